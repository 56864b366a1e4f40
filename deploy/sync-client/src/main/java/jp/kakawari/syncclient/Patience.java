package jp.kakawari.syncclient;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * How long one request is repeated: a few times when nobody answers, and for two minutes in all where the answer says when
 * to come again ({@code Retry-After}), each time at least as long as it asks for.
 */
final class Patience {

    private static final int ATTEMPTS = 4;
    private static final Duration IN_ALL = Duration.ofMinutes(2);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 6;

    private final Pause pause;
    private final ProgressLine progress;
    private Duration waited = Duration.ZERO;
    private int attempt = 1;

    Patience(Pause pause, ProgressLine progress) {
        this.pause = pause;
        this.progress = progress;
    }

    /** Waits before the next attempt, or ends with that failure. */
    void orEnd(Failed failed, Optional<Duration> retryAfter) {
        Duration growing = FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration wait = retryAfter.filter(asked -> asked.compareTo(growing) > 0).orElse(growing);
        boolean enough = retryAfter.isPresent() ? waited.plus(wait).compareTo(IN_ALL) > 0 : attempt >= ATTEMPTS;
        if (enough) {
            throw failed;
        }
        if (retryAfter.isPresent()) {
            progress.show("混み合っています。約 %d 秒後にもう一度試します".formatted(Math.max(1, wait.toSeconds())));
        }
        pause.of(wait);
        waited = waited.plus(wait);
        attempt++;
    }

    /** Whether an earlier attempt may have reached the registry. */
    boolean hasRepeated() {
        return attempt > 1;
    }

    /** What an answer asks for; of dates, which the registry doesn't send, nothing. */
    static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
