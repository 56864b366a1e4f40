package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Signs in with the client's secret (client credentials); a token is used until shortly before its end. */
final class SignIn {

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Line line;
    private final Duration limit;
    private final Settings settings;
    private String token;
    private Instant until = Instant.MIN;

    /** @param limit how long an answer may take */
    SignIn(Line line, Duration limit, Settings settings) {
        this.line = line;
        this.limit = limit;
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
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<InputStream> answer = line.askWhole(request, limit);
            if (answer.statusCode() == 200) {
                return Answer.json(answer, "access_token");
            }
            answer.body().close();
            if (Refusal.isPassing(answer.statusCode())) {
                throw unreachable();
            }
            throw refused(answer);
        } catch (Lost told) {
            throw told;
        } catch (IOException lost) {
            throw unreachable();
        }
    }

    private Lost unreachable() {
        return new Lost("ログインの窓口（token）%s に接続できません。しばらくしてからもう一度実行してください。".formatted(settings.token()));
    }

    private Failed refused(HttpResponse<?> answer) {
        int status = answer.statusCode();
        if (status == 400 || status == 401) {
            return new Failed(Exit.REFUSED, "ログインできません。クライアントID（client）とシークレット（secret）を確認してください。");
        }
        boolean ownAnswer = Answer.type(answer).equals("application/json");
        return new Failed(
                ownAnswer ? Exit.REFUSED : Exit.UNREACHABLE,
                "ログインできません（%d%s）。アドレス（token）%s を確認してください。"
                        .formatted(status, ownAnswer ? "" : "、プロキシなど別の相手の回答かもしれません", settings.token()));
    }
}
