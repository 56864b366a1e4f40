package jp.kakawari.embedded.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import jp.kakawari.embedded.Tokens;

/** Calls operations with the examples of their description. */
final class Calls {
    private static final String STATEMENTS = "Test-Statements";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;
    private final Tokens tokens;
    private OptionalLong most = OptionalLong.empty();

    Calls(URI service, Tokens tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    /**
     * Status and text of an answer.
     *
     * @param statements how often the service asked its database for it, where it says so
     */
    record Answer(int status, String body, OptionalLong statements) {
        String start() {
            return body.substring(0, Math.min(body.length(), 300));
        }
    }

    Answer withoutToken(ApiOperation operation, String path) {
        return send(request(operation, path).build());
    }

    Answer as(Role role, ApiOperation operation) {
        return as(role, operation, operation.ownPath());
    }

    Answer as(Role role, ApiOperation operation, String path) {
        return send(request(operation, path)
                .header("Authorization", "Bearer " + role.token(tokens))
                .build());
    }

    /** With something in its body that it doesn't know; null asks as nobody. */
    Answer withMore(Role role, ApiOperation operation, ApiOperation.Body body) {
        HttpRequest.Builder request = request(operation, operation.ownPath())
                .method(operation.method(), BodyPublishers.ofString(body.text()));
        if (role != null) {
            request.header("Authorization", "Bearer " + role.token(tokens));
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(ApiOperation operation, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(30));
        Map<String, String> headers = operation.requiredHeaders();
        headers.computeIfPresent(
                "Idempotency-Key", (name, example) -> UUID.randomUUID().toString());
        headers.forEach(request::header);
        operation.body().ifPresent(body -> request.header("Content-Type", body.mediaType()));
        return request.method(
                operation.method(),
                operation
                        .body()
                        .map(body -> BodyPublishers.ofString(body.text()))
                        .orElse(BodyPublishers.noBody()));
    }

    /** How often the costliest of all asked the database; empty where nothing says so. */
    OptionalLong mostStatements() {
        return most;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            OptionalLong statements = response.headers().firstValueAsLong(STATEMENTS);
            statements.ifPresent(asked -> most = OptionalLong.of(Math.max(most.orElse(0), asked)));
            return new Answer(response.statusCode(), response.body(), statements);
        } catch (IOException failed) {
            throw new AssertionError(request.method() + " " + request.uri() + " was not answered", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
