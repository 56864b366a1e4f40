package jp.kakawari.syncclient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks, and waits no longer than is said: {@link HttpRequest#timeout} would wait for a body that stalls forever. */
final class Line {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(15)).build();

    /** The answer with all of its body. */
    HttpResponse<InputStream> askWhole(HttpRequest request, Duration limit) throws IOException, InterruptedException {
        return ask(request, limit, head -> whole());
    }

    /** The answer as soon as it begins; the body of a refusal is there with it. */
    HttpResponse<InputStream> askBegun(HttpRequest request, Duration limit) throws IOException, InterruptedException {
        return ask(request, limit, head -> head.statusCode() / 100 == 2 ? BodySubscribers.ofInputStream() : whole());
    }

    private static BodySubscriber<InputStream> whole() {
        return BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new);
    }

    private HttpResponse<InputStream> ask(HttpRequest request, Duration limit, BodyHandler<InputStream> body)
            throws IOException, InterruptedException {
        AtomicBoolean begun = new AtomicBoolean();
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request, head -> {
            begun.set(true);
            return body.apply(head);
        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException lost) {
            if (begun.get()) {
                throw Answer.unreadable(request.uri());
            }
            throw lost.getCause() instanceof IOException told ? told : new IOException(lost);
        } finally {
            answer.cancel(true);
        }
    }
}
