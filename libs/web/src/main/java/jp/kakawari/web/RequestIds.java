package jp.kakawari.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Every answer carries {@code X-Request-Id} (the caller's, if it is a harmless one) and every log line has it. */
@ApplicationScoped
class RequestIds {
    private static final String HEADER = "X-Request-Id";
    private static final int BEFORE_AUTHENTICATION = 400;
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::echo, BEFORE_AUTHENTICATION);
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
}
