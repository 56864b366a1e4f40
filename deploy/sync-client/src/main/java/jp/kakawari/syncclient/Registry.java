package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Talks to the registry as one municipality: signs in, sends again what got lost on the way, says in Japanese what is wrong. */
final class Registry {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 4;
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(15)).build();
    private final Settings settings;
    private String token;
    private Instant until = Instant.MIN;

    Registry(Settings settings) {
        this.settings = settings;
    }

    /** An address below the municipality. */
    URI own(String path) {
        return URI.create(settings.registry() + "/v1/municipalities/" + settings.municipality() + path);
    }

    /** An address that an answer named. */
    URI named(String location) {
        return settings.registry().resolve(location);
    }

    JsonNode get(URI uri) {
        return read(send(() -> HttpRequest.newBuilder(uri).GET()));
    }

    InputStream download(URI uri) {
        return send(() -> HttpRequest.newBuilder(uri).GET()).body();
    }

    /** Posts a file; the key makes it one and the same request however often it is sent. */
    JsonNode post(URI uri, String contentType, Path file, String idempotencyKey) {
        return read(send(() -> HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", idempotencyKey)
                .POST(content(file))));
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException gone) {
            throw new Failed(Exit.REFUSED, "ファイル %s を開けません。".formatted(file));
        }
    }

    private HttpResponse<InputStream> send(Supplier<HttpRequest.Builder> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<InputStream> answer = http.send(
                        request.get()
                                .header("Authorization", "Bearer " + token())
                                .header("Accept-Language", "ja")
                                .timeout(Duration.ofMinutes(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                if (answer.statusCode() < 300) {
                    return answer;
                }
                if (answer.statusCode() != 429 && answer.statusCode() < 500 || attempt == ATTEMPTS) {
                    throw refused(answer);
                }
            } catch (IOException lost) {
                if (attempt == ATTEMPTS) {
                    throw new Failed(
                            Exit.UNREACHABLE, "%s に接続できません。しばらくしてからもう一度実行してください。".formatted(settings.registry()));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Failed(Exit.UNREACHABLE, "中断しました。");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500L << attempt - 1));
        }
    }

    private Failed refused(HttpResponse<InputStream> answer) {
        JsonNode problem = read(answer);
        String detail = problem.path("detail").asText(problem.path("title").asText());
        StringBuilder message = new StringBuilder("サーバーの回答（%d）: %s".formatted(answer.statusCode(), detail));
        problem.path("errors")
                .forEach(error -> message.append("\n  ・")
                        .append(error.path("pointer").asText())
                        .append(' ')
                        .append(error.path("detail").asText()));
        boolean later = answer.statusCode() >= 500 || answer.statusCode() == 429 || answer.statusCode() == 409;
        return new Failed(later ? Exit.UNREACHABLE : Exit.REFUSED, message.toString());
    }

    /** Client credentials; a token is used until shortly before its end. */
    private String token() throws IOException, InterruptedException {
        if (Instant.now().isBefore(until)) {
            return token;
        }
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(encoded(settings.client()), encoded(settings.secret()));
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(settings.token())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        JsonNode granted = read(answer);
        if (answer.statusCode() != 200) {
            throw new Failed(Exit.REFUSED, "ログインできません。クライアントID（client）とシークレット（secret）を確認してください。");
        }
        token = granted.path("access_token").asText();
        until = Instant.now().plusSeconds(granted.path("expires_in").asLong()).minus(EARLY);
        return token;
    }

    private static JsonNode read(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? JSON.nullNode() : tree;
        } catch (IOException notJson) {
            return JSON.nullNode();
        }
    }

    /** As it stands in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
