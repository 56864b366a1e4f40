package jp.kakawari.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is still being sent after the answer is out is thrown away, up to kakawari.unread-limit, so that the client reads the
 * answer; whoever goes on sending is hung up on.
 */
@ApplicationScoped
class UnreadBodies {
    private static final int BEFORE_AUTHENTICATION = 399;

    private final long limit;

    UnreadBodies(@ConfigProperty(name = "kakawari.unread-limit") long limit) {
        this.limit = limit;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addEndHandler(answered -> discard(context.request()));
                    context.next();
                },
                BEFORE_AUTHENTICATION);
    }

    private void discard(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(new Discard(request, limit));
            request.resume();
        }
    }

    private static final class Discard implements Handler<Buffer> {
        private final HttpServerRequest request;
        private long left;

        Discard(HttpServerRequest request, long limit) {
            this.request = request;
            this.left = limit;
        }

        @Override
        public void handle(Buffer chunk) {
            left -= chunk.length();
            if (left < 0) {
                request.connection().close();
            }
        }
    }
}
