package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;

/** Organisations that become members the whole way, and let others act for them. */
final class Members {

    private Members() {}

    /** A member with the client that it took for itself. */
    record Member(String id, String secret) {

        Answer token() {
            return actors().anybody()
                    .post(
                            URI.create(at().issuer() + "/protocol/openid-connect/token"),
                            "application/x-www-form-urlencoded",
                            BodyPublishers.ofString("grant_type=client_credentials&client_id=member-%s&client_secret=%s"
                                    .formatted(id, secret)),
                            UUID.randomUUID());
        }

        Client client() {
            String token = Patience.until(answer -> answer.status() == 200, this::token)
                    .expect(200)
                    .json()
                    .path("access_token")
                    .asText();
            return actors().anybody().as(() -> token);
        }
    }

    /** Applies without a token, is admitted, and takes the secret of its client with the code of its application. */
    static Member admitted(String kind, String name) {
        JsonNode applied = actors().anybody()
                .post(
                        Addresses.of(at().registry(), "/v1/organization-applications"),
                        Map.of("kind", kind, "name", name, "contact", Map.of("name", "担当")))
                .expect(201)
                .json();
        URI place = Addresses.of(
                at().registry(), "/v1/organizations/%s", applied.path("id").asText());
        actors().secretariat().post(URI.create(place + "/admission"), Map.of()).expect(200);
        String secret = actors().anybody()
                .post(
                        URI.create(place + "/client/secret"),
                        Map.of("claimCode", applied.path("claimCode").asText()))
                .expect(200)
                .json()
                .path("secret")
                .asText();
        return new Member(applied.path("id").asText(), secret);
    }

    /** Grants a delegation from today on; its address. */
    static URI delegated(Client grantor, String intermediary, String... scopes) {
        return at().registry()
                .resolve(grantor.post(
                                Addresses.of(at().registry(), "/v1/delegations"),
                                Map.of(
                                        "intermediary",
                                        intermediary,
                                        "scopes",
                                        List.of(scopes),
                                        "validFrom",
                                        LocalDate.now(ZoneId.of("Asia/Tokyo")).toString()))
                        .expect(201)
                        .header("Location"));
    }

    static void accept(Client intermediary, JsonNode delegation) {
        if (delegation.path("state").asText().equals("GRANTED")) {
            intermediary
                    .post(
                            Addresses.of(
                                    at().registry(),
                                    "/v1/delegations/%s/acceptance",
                                    delegation.path("id").asText()),
                            Map.of())
                    .expect(200);
        }
    }
}
