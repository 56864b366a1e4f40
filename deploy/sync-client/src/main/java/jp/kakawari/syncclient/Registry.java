package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Talks to the registry as one municipality: signs in, sends again what got lost on the way, says in Japanese what is wrong. */
final class Registry {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(15)).build();
    private final Settings settings;
    private final Pause pause;
    private final ProgressLine progress;
    private final SignIn signIn;

    Registry(Settings settings, Pause pause, ProgressLine progress) {
        this.settings = settings;
        this.pause = pause;
        this.progress = progress;
        this.signIn = new SignIn(http, settings);
    }

    /** Takes what of a success the caller wants; what can't be read is asked for again. */
    private interface Reading<T> {
        T of(HttpResponse<InputStream> answer) throws IOException;
    }

    /** A resource and the ETag under which it may be replaced. */
    record Tagged(JsonNode body, String etag) {

        static Tagged of(HttpResponse<InputStream> answer, String... needed) throws IOException {
            return new Tagged(
                    Answer.json(answer, needed),
                    answer.headers().firstValue("ETag").orElse("\"0\""));
        }
    }

    String municipality() {
        return settings.municipality();
    }

    /** An address below the municipality. */
    URI own(String path) {
        return URI.create(settings.registry() + "/v1/municipalities/" + settings.municipality() + path);
    }

    /** An address that an answer named. */
    URI named(String location) {
        return settings.registry().resolve(location);
    }

    /** @param needed members without which it isn't what was asked for */
    JsonNode get(URI uri, String... needed) {
        return send(() -> HttpRequest.newBuilder(uri).GET(), answer -> Answer.json(answer, needed));
    }

    Tagged tagged(URI uri, String... needed) {
        return send(() -> HttpRequest.newBuilder(uri).GET(), answer -> Tagged.of(answer, needed));
    }

    /** Replaces what still has that ETag. */
    Tagged put(URI uri, JsonNode body, String etag, String... needed) {
        return send(
                () -> HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .PUT(BodyPublishers.ofString(body.toString())),
                answer -> Tagged.of(answer, needed));
    }

    /** A file, whose end is told from a connection that broke by a {@link Failed}. */
    InputStream download(URI uri) {
        return send(() -> HttpRequest.newBuilder(uri).GET(), Answer::file);
    }

    /**
     * Posts a list; the key makes it one and the same request however often it is sent.
     *
     * @param sent hears how many bytes have left
     */
    JsonNode post(URI uri, String contentType, Path file, String idempotencyKey, LongConsumer sent) {
        return send(
                () -> HttpRequest.newBuilder(uri)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(new CountedBody(content(file), sent)),
                answer -> Answer.json(answer, "id", "state"));
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException gone) {
            throw new Failed(Exit.REFUSED, "ファイル %s を開けません（Excelで開いていれば閉じてください）。".formatted(file));
        }
    }

    private <T> T send(Supplier<HttpRequest.Builder> request, Reading<T> reading) {
        Patience patience = new Patience(pause, progress);
        while (true) {
            try {
                HttpResponse<InputStream> answer = answer(request.get());
                if (answer.statusCode() / 100 == 2) {
                    return reading.of(answer);
                }
                Failed refused = Refusal.of(answer.statusCode(), Answer.problem(answer));
                if (!Refusal.isPassing(answer.statusCode())) {
                    throw refused;
                }
                patience.orEnd(refused, Patience.retryAfter(answer));
            } catch (IOException lost) {
                patience.orEnd(unreachable(lost), Optional.empty());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Failed(Exit.UNREACHABLE, "中断しました。");
            }
        }
    }

    private HttpResponse<InputStream> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Authorization", "Bearer " + signIn.token())
                        .header("Accept-Language", "ja")
                        .timeout(Duration.ofMinutes(30))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private Failed unreachable(IOException lost) {
        return new Failed(
                Exit.UNREACHABLE,
                lost instanceof Lost told
                        ? told.getMessage()
                        : "%s に接続できません。しばらくしてからもう一度実行してください。".formatted(settings.registry()));
    }

    /** As it stands in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
