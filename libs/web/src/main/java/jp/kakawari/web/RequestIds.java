package jp.kakawari.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Every answer carries {@code X-Request-Id} (the caller's, if it is a harmless one) and every log line has it. The
 * caller's W3C {@code traceparent} goes with what the request makes the service tell the others.
 */
@ApplicationScoped
class RequestIds {
    private static final String HEADER = "X-Request-Id";
    private static final int BEFORE_AUTHENTICATION = 400;
    private static final String TRACE = "traceparent";
    private static final Pattern VALID_TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::echo, BEFORE_AUTHENTICATION);
        filters.register(RequestIds::trace, BEFORE_AUTHENTICATION - 1);
    }

    private static void echo(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        MDC.put("requestId", id);
        context.response().putHeader(HEADER, id);
        context.next();
    }

    private static void trace(RoutingContext context) {
        String given = context.request().getHeader(TRACE);
        if (given != null && VALID_TRACE.matcher(given).matches()) {
            MDC.put(TRACE, given);
            context.addEndHandler(_ -> MDC.remove(TRACE));
        } else {
            MDC.remove(TRACE);
        }
        context.next();
    }
}
