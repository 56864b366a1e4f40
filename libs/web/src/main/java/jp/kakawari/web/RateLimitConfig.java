package jp.kakawari.web;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** {@code kakawari.rate-limit.*}: the requests that a caller has per window; it refills evenly. */
@ConfigMapping(prefix = "kakawari.rate-limit")
public interface RateLimitConfig {
    @Positive
    long requests();

    @Positive
    long anonymousRequests();

    Duration window();
}
