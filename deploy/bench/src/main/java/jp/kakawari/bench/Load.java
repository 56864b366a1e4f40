package jp.kakawari.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Asks one service over a number of connections, each as soon as it has its answer (closed loop). */
final class Load implements AutoCloseable {

    /** What came of it: answers per second and how long an answer took. */
    record Result(int answers, double perSecond, Duration median, Duration p99) {}

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int WARM_UPS = 12;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final URI service;
    private final String token;

    Load(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Warms up until three times in a row it got no faster, then measures; every answer must be a 200. */
    Result run(IntFunction<String> paths, int connections, Duration measured) throws InterruptedException {
        double best = 0;
        int inVain = 0;
        for (int i = 0; i < WARM_UPS && inVain < 3; i++) {
            double now = measure(paths, connections, WARM_UP).perSecond();
            inVain = now > 1.03 * best ? 0 : inVain + 1;
            best = Math.max(best, now);
            System.out.printf("   %,.0f/s%n", now);
        }
        return measure(paths, connections, measured);
    }

    private Result measure(IntFunction<String> paths, int connections, Duration measured) throws InterruptedException {
        HttpClient http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort())
                .setMaxPoolSize(connections));
        Round round = new Round(http, paths, System.nanoTime() + measured.toNanos(), connections);
        for (int i = 0; i < connections; i++) {
            vertx.runOnContext(start -> round.next());
        }
        round.finished.await();
        http.close().toCompletionStage().toCompletableFuture().join();
        return round.result(measured);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Round {

        private final HttpClient http;
        private final IntFunction<String> paths;
        private final long end;
        private final CountDownLatch finished;
        private final AtomicInteger asked = new AtomicInteger();
        private final Latencies latencies = new Latencies();
        private volatile String failure;

        Round(HttpClient http, IntFunction<String> paths, long end, int connections) {
            this.http = http;
            this.paths = paths;
            this.end = end;
            this.finished = new CountDownLatch(connections);
        }

        void next() {
            long start = System.nanoTime();
            if (start >= end || failure != null) {
                finished.countDown();
                return;
            }
            http.request(HttpMethod.GET, paths.apply(asked.getAndIncrement()))
                    .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                            .send()
                            .compose(answer -> answer.body().map(body -> answer.statusCode())))
                    .onComplete(answer -> {
                        if (answer.failed() || answer.result() != 200) {
                            failure = answer.failed() ? answer.cause().toString() : "status " + answer.result();
                        } else {
                            latencies.add(System.nanoTime() - start);
                        }
                        next();
                    });
        }

        Result result(Duration measured) {
            if (failure != null) {
                throw new IllegalStateException("The load met " + failure);
            }
            return new Result(
                    latencies.count(),
                    latencies.count() * 1e9 / measured.toNanos(),
                    latencies.quantile(0.5),
                    latencies.quantile(0.99));
        }
    }
}
