package jp.kakawari.registry.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When what was not taken is sent again: ten times within a day, each time after a longer while. */
final class BackOff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6),
            Duration.ofHours(10));

    private BackOff() {}

    /** How long to wait after so many attempts in vain; empty when no more is worth it. */
    static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }
}
