package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Signs in with the client's secret (client credentials); a token is used until shortly before its end. */
final class SignIn {

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final HttpClient http;
    private final Settings settings;
    private String token;
    private Instant until = Instant.MIN;

    SignIn(HttpClient http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    /**
     * A token that is valid now.
     *
     * @throws Lost when nobody answers who can sign in, which may pass
     * @throws Failed when the client or its secret is wrong
     */
    String token() throws Lost, InterruptedException {
        if (!Instant.now().isBefore(until)) {
            JsonNode granted = granted();
            token = granted.path("access_token").asText();
            until = Instant.now()
                    .plusSeconds(granted.path("expires_in").asLong())
                    .minus(EARLY);
        }
        return token;
    }

    private JsonNode granted() throws Lost, InterruptedException {
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(Registry.encoded(settings.client()), Registry.encoded(settings.secret()));
        HttpRequest request = HttpRequest.newBuilder(settings.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return Answer.json(answer, "access_token");
            }
            answer.body().close();
            if (Refusal.isPassing(answer.statusCode())) {
                throw unreachable();
            }
            throw refused(answer.statusCode());
        } catch (Lost told) {
            throw told;
        } catch (IOException lost) {
            throw unreachable();
        }
    }

    private Lost unreachable() {
        return new Lost("ログインの窓口（token）%s に接続できません。しばらくしてからもう一度実行してください。".formatted(settings.token()));
    }

    private Failed refused(int status) {
        return new Failed(
                Exit.REFUSED,
                status == 400 || status == 401
                        ? "ログインできません。クライアントID（client）とシークレット（secret）を確認してください。"
                        : "ログインできません（%d）。アドレス（token）%s を確認してください。".formatted(status, settings.token()));
    }
}
