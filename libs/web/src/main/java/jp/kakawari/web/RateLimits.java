package jp.kakawari.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;

/**
 * So many requests per window and caller: the client's organisation, else the person, else (without a token) the address.
 * Counted per replica. Fields as in draft-ietf-httpapi-ratelimit-headers; 429 with Retry-After when used up.
 */
@ApplicationScoped
class RateLimits {
    private static final int AFTER_AUTHENTICATION = 150;

    private final RateLimitConfig config;
    private final Cache<String, Bucket> buckets;

    RateLimits(RateLimitConfig config) {
        this.config = config;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(config.window().multipliedBy(2))
                .build();
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, AFTER_AUTHENTICATION);
    }

    private void count(RoutingContext context) {
        if (!context.request().path().startsWith("/v1/")) {
            context.next();
            return;
        }
        Optional<String> member = member(context);
        long quota = member.isPresent() ? config.requests() : config.anonymousRequests();
        String caller = member.orElseGet(() -> context.request().remoteAddress().hostAddress());
        ConsumptionProbe probe = buckets.get(caller, unseen -> bucket(quota)).tryConsumeAndReturnRemaining(1);
        answer(context, member.isPresent() ? "caller" : "address", quota, probe);
    }

    private void answer(RoutingContext context, String policy, long quota, ConsumptionProbe probe) {
        long untilFull = seconds(probe.getNanosToWaitForReset());
        context.response()
                .putHeader(
                        "RateLimit-Policy",
                        '"' + policy + "\";q=" + quota + ";w=" + config.window().toSeconds())
                .putHeader("RateLimit", '"' + policy + "\";r=" + probe.getRemainingTokens() + ";t=" + untilFull);
        if (probe.isConsumed()) {
            context.next();
            return;
        }
        long wait = seconds(probe.getNanosToWaitForRefill());
        context.response().putHeader("Retry-After", Long.toString(wait));
        ProblemAnswer.send(new StandardProblems.TooManyRequests(wait), context);
    }

    private Bucket bucket(long quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, config.window()))
                .build();
    }

    private static Optional<String> member(RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)) {
            return Optional.empty();
        }
        Principal principal = user.getSecurityIdentity().getPrincipal();
        return Claims.of(principal, "organization").or(() -> Claims.of(principal, "sub"));
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
