package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Talks HTTP to the platform as one organisation or person, or as nobody. */
public final class Client {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final Supplier<String> token;

    private Client(HttpClient http, Supplier<String> token) {
        this.http = http;
        this.token = token;
    }

    /** A client that sends no token. */
    public static Client anonymous() {
        return new Client(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build(),
                () -> null);
    }

    /** The same connections with the token of somebody. */
    public Client as(Supplier<String> bearer) {
        return new Client(http, bearer);
    }

    public Answer get(URI uri) {
        return send(request(uri).GET());
    }

    public Answer get(URI uri, String accept) {
        return send(request(uri).header("Accept", accept).GET());
    }

    /** Sends JSON with a fresh Idempotency-Key. */
    public Answer post(URI uri, Object body) {
        return post(uri, "application/json", BodyPublishers.ofString(write(body)), UUID.randomUUID());
    }

    /** The same, on what has that ETag. */
    public Answer post(URI uri, Object body, String etag) {
        return send(request(uri)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .POST(BodyPublishers.ofString(write(body))));
    }

    public Answer post(URI uri, String contentType, BodyPublisher body, UUID idempotencyKey) {
        return send(request(uri)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", idempotencyKey.toString())
                .POST(body));
    }

    public Answer put(URI uri, Object body) {
        return send(request(uri).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(write(body))));
    }

    public Answer put(URI uri, Object body, String etag) {
        return send(request(uri)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(write(body))));
    }

    /** A merge patch (RFC 7396). */
    public Answer patch(URI uri, Object change, String etag) {
        return send(request(uri)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", etag)
                .method("PATCH", BodyPublishers.ofString(write(change))));
    }

    public Answer delete(URI uri, String etag) {
        return send(request(uri).header("If-Match", etag).DELETE());
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(120));
        String bearer = token.get();
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode tree = json && !response.body().isBlank() ? JSON.readTree(response.body()) : NullNode.instance;
            return new Answer(response.uri(), response.statusCode(), response.headers(), response.body(), tree);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for an answer", stopped);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
