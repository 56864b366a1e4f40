package jp.kakawari.registry.webhook;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import jp.kakawari.registry.webhook.Due.Outcome;
import jp.kakawari.registry.webhook.Receivers.PrivateAddress;
import jp.kakawari.registry.webhook.Receivers.Receiver;

/**
 * Sends one notice to one receiver, at the address that was checked, and waits for the answer's status. Its body is read to
 * the end, up to a limit, and forgotten; a redirect is an answer like any other.
 */
@ApplicationScoped
class PostNotice {

    private static final int LONGEST_ANSWER = 64 * 1024;

    /** To one host, where the receivers of several members may stand; how many each one takes is limited before. */
    private static final int CONNECTIONS = 1024;

    private final Receivers receivers;
    private final WebhookConfig config;
    private final Clock clock;
    private final HttpClient client;

    PostNotice(Receivers receivers, WebhookConfig config, Clock clock, Vertx vertx) {
        this.receivers = receivers;
        this.config = config;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout((int) config.answerWithin().toMillis())
                .setKeepAliveTimeout(30)
                .setVerifyHost(true));
    }

    Outcome post(Due due) {
        if (due.secrets().isEmpty()) {
            return due.unanswered("secret");
        }
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        try {
            Receiver receiver = receivers.find(due.url());
            int status = client.request(options(receiver))
                    .compose(request -> {
                        sent.set(request);
                        Instant now = clock.instant();
                        request.putHeader("content-type", "application/json")
                                .putHeader("user-agent", "Kakawari-Webhooks")
                                .putHeader("webhook-id", due.event().toString())
                                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                                .putHeader(
                                        "webhook-signature",
                                        Signature.of(due.event().toString(), now, due.body(), due.secrets()));
                        return request.send(Buffer.buffer(due.body())).compose(PostNotice::status);
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return due.answered(status);
        } catch (PrivateAddress refused) {
            return due.unanswered("privateAddress");
        } catch (UnknownHostException unknown) {
            return due.unanswered("unknownHost");
        } catch (TimeoutException late) {
            Optional.ofNullable(sent.get()).ifPresent(HttpClientRequest::reset);
            return due.unanswered("timeout");
        } catch (ExecutionException failed) {
            return due.unanswered(failed.getCause() instanceof TimeoutException ? "timeout" : "notReached");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return due.unanswered("notReached");
        } catch (RuntimeException broken) {
            Log.warnf("delivery %s could not be sent: %s", due.id(), broken);
            return due.unanswered("notReached");
        }
    }

    private RequestOptions options(Receiver receiver) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        receiver.port(), receiver.address().getHostAddress()))
                .setHost(receiver.uri().getHost())
                .setPort(receiver.port())
                .setSsl(receiver.tls())
                .setURI(receiver.target())
                .setFollowRedirects(false)
                .setTimeout(config.answerWithin().toMillis());
    }

    /**
     * Reads the answer to its end; a connection over which it never ends is closed. To be asked for where the request is sent,
     * on its event loop: whoever asks later may find that the answer has gone by.
     */
    private static Future<Integer> status(HttpClientResponse answer) {
        int[] read = {0};
        answer.handler(part -> {
            read[0] += part.length();
            if (read[0] > LONGEST_ANSWER) {
                answer.request().connection().close();
            }
        });
        return answer.end().map(answer.statusCode());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
