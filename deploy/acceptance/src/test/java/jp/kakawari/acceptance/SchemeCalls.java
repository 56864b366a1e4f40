package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;

/** What runners of a scheme, the partner that registers people, and their members do over HTTP. */
final class SchemeCalls {

    private SchemeCalls() {}

    static void run(String town, String code, List<String> runners, Map<String, Object> policy) {
        run(town, code, runners, policy, null);
    }

    static void run(String town, String code, List<String> runners, Map<String, Object> policy, String etag) {
        Map<String, Object> whole = new HashMap<>(Map.of("tiers", List.of(Map.of("code", "regular", "name", "一般"))));
        whole.putAll(policy);
        Map<String, Object> scheme = Map.of("state", "OPEN", "name", code, "municipalities", runners, "policy", whole);
        URI place = Addresses.of(at().registry(), "/v1/schemes/%s", code);
        Client client = actors().government(town);
        (etag == null ? client.put(place, scheme) : client.put(place, scheme, etag)).expect(200);
    }

    static Answer join(String code, String person, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("supporter", person);
        return actors().partner().post(Addresses.of(at().registry(), "/v1/schemes/%s/memberships", code), request);
    }

    static JsonNode decide(String town, String code, JsonNode applied, boolean approve) {
        return actors().government(town)
                .post(
                        URI.create(membership(code, applied.path("id").asText()) + "/decision"),
                        Map.of("approve", approve))
                .expect(200)
                .json();
    }

    static Answer card(String code, JsonNode member) {
        return actors().partner()
                .post(URI.create(membership(code, member.path("id").asText()) + "/credentials"), Map.of());
    }

    static URI membership(String code, String id) {
        return Addresses.of(at().registry(), "/v1/schemes/%s/memberships/%s", code, id);
    }

    static JsonNode members(String town, String code) {
        return actors().government(town)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/memberships?scheme=%s", town, code))
                .expect(200)
                .json()
                .path("items");
    }

    static String tier(URI place) {
        return actors().partner().get(place).expect(200).json().path("tier").asText();
    }

    static void engage(String town, String person, String activity, int daysAgo) {
        actors().government(town)
                .post(
                        Addresses.of(at().registry(), "/v1/municipalities/%s/engagements", town),
                        Map.of(
                                "supporter",
                                person,
                                "activity",
                                activity,
                                "occurredOn",
                                LocalDate.now(ZoneId.of("Asia/Tokyo"))
                                        .minusDays(daysAgo)
                                        .toString(),
                                "sourceTransaction",
                                UUID.randomUUID().toString()))
                .expect(201);
    }

    static String person(String prefecture) {
        return register(Map.of("prefecture", prefecture));
    }

    static String register(Map<String, Object> more) {
        return register(more, "sj-" + UUID.randomUUID());
    }

    /** Somebody of that name, with more in their profile, whom the partner registered. */
    static String register(Map<String, Object> more, String name) {
        Map<String, Object> profile = new HashMap<>(more);
        profile.put("nickname", name);
        profile.put("email", name + "@example.jp");
        return actors().partner()
                .post(Addresses.of(at().registry(), "/v1/supporters"), Map.of("profile", profile))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
