package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Talks to the registry as one municipality: signs in, sends again what got lost on the way, says in Japanese what is wrong. */
final class Registry {

    private static final Duration ANSWERING = Duration.ofMinutes(2);
    private static final Duration UPLOADING = Duration.ofMinutes(30);

    /** How soon a list is sent again whose first attempt the registry may not have given up yet. */
    private static final Duration STILL_RUNNING = Duration.ofSeconds(5);

    private final Line line = new Line();
    private final Duration answering;
    private final Settings settings;
    private final Pause pause;
    private final ProgressLine progress;
    private final SignIn signIn;

    Registry(Settings settings, Pause pause, ProgressLine progress) {
        this(settings, pause, progress, ANSWERING);
    }

    /** @param answering how long an answer may take, and nothing of a file may come */
    Registry(Settings settings, Pause pause, ProgressLine progress, Duration answering) {
        this.settings = settings;
        this.pause = pause;
        this.progress = progress;
        this.answering = answering;
        this.signIn = new SignIn(line, answering, settings);
    }

    private interface Asking {
        HttpResponse<InputStream> of(HttpRequest request) throws IOException, InterruptedException;
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
        return send(() -> HttpRequest.newBuilder(uri).GET(), this::askWhole, answer -> Answer.json(answer, needed));
    }

    Tagged tagged(URI uri, String... needed) {
        return send(() -> HttpRequest.newBuilder(uri).GET(), this::askWhole, answer -> Tagged.of(answer, needed));
    }

    /** Replaces what still has that ETag. */
    Tagged put(URI uri, JsonNode body, String etag, String... needed) {
        return send(
                () -> HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .PUT(BodyPublishers.ofString(body.toString())),
                this::askWhole,
                answer -> Tagged.of(answer, needed));
    }

    /** A list, the end of whose content is told from a connection that broke by a {@link Failed}. */
    Answer.Download download(URI uri) {
        return send(
                () -> HttpRequest.newBuilder(uri).GET(),
                request -> line.askBegun(request, answering),
                answer -> Answer.file(answer, answering));
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
                request -> line.askWhole(request, UPLOADING),
                answer -> Answer.json(answer, "id", "state"));
    }

    /** Reads a byte ahead: what can't be read would look like a connection that broke. */
    private static BodyPublisher content(Path file) {
        try (InputStream list = Files.newInputStream(file)) {
            list.read();
            return BodyPublishers.ofFile(file);
        } catch (IOException unreadable) {
            throw new Failed(Exit.REFUSED, "ファイルを開けません: %s（Excelで開いていれば閉じてください。読み取りの許可も確認してください）。".formatted(file));
        }
    }

    private HttpResponse<InputStream> askWhole(HttpRequest request) throws IOException, InterruptedException {
        return line.askWhole(request, answering);
    }

    private <T> T send(Supplier<HttpRequest.Builder> request, Asking asking, Reading<T> reading) {
        Patience patience = new Patience(pause, progress);
        while (true) {
            try {
                HttpResponse<InputStream> answer = asking.of(signed(request.get()));
                if (answer.statusCode() / 100 == 2) {
                    return reading.of(answer);
                }
                waitOrEnd(patience, answer);
            } catch (IOException lost) {
                patience.orEnd(unreachable(lost), Optional.empty());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Failed(Exit.UNREACHABLE, "中断しました。");
            }
        }
    }

    /** A list that is sent again may meet its own first attempt, but one that is sent first only somebody else's list. */
    private static void waitOrEnd(Patience patience, HttpResponse<InputStream> answer) {
        JsonNode problem = Answer.problem(answer);
        Failed refused = Refusal.of(answer.statusCode(), problem);
        Optional<Duration> asked = Patience.retryAfter(answer);
        if (patience.hasRepeated() && Refusal.isBusy(problem)) {
            patience.orEnd(refused, asked.or(() -> Optional.of(STILL_RUNNING)));
        } else if (Refusal.isPassing(answer.statusCode(), problem)) {
            patience.orEnd(refused, asked);
        } else {
            throw refused;
        }
    }

    private HttpRequest signed(HttpRequest.Builder request) throws IOException, InterruptedException {
        return request.header("Authorization", "Bearer " + signIn.token())
                .header("Accept-Language", "ja")
                .build();
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
