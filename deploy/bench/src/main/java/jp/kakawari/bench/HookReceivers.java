package jp.kakawari.bench;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Receivers on this machine: quick ones, which count what comes, one that never answers and one that isn't there. */
final class HookReceivers implements AutoCloseable {

    private static final long LIMIT = TimeUnit.MINUTES.toNanos(2);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong got = new AtomicLong();
    private final List<String> quick = new ArrayList<>();
    private final String stuck;
    private final String down;

    HookReceivers(int quickOnes) throws Exception {
        for (int i = 0; i < quickOnes; i++) {
            quick.add(url(listen(this::take)));
        }
        stuck = url(listen(HttpServerRequest::resume));
        HttpServer gone = listen(HttpServerRequest::resume);
        down = url(gone);
        gone.close().toCompletionStage().toCompletableFuture().get();
    }

    private void take(HttpServerRequest request) {
        request.endHandler(whole -> {
            got.incrementAndGet();
            request.response().setStatusCode(204).end();
        });
    }

    private HttpServer listen(Handler<HttpServerRequest> handler) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.actualPort() + "/hook";
    }

    List<String> quick() {
        return quick;
    }

    String stuck() {
        return stuck;
    }

    String down() {
        return down;
    }

    void forget() {
        got.set(0);
    }

    void await(long count) {
        long end = System.nanoTime() + LIMIT;
        while (got.get() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + got.get() + " of " + count + " arrived");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        vertx.close();
    }
}
