package jp.kakawari.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asks until the answer is right, or tells the last wrong one. */
final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(10);

    private Await() {}

    static void until(ThrowingCallable assertion) {
        var end = Instant.now().plus(LIMIT);
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                LockSupport.parkNanos(STEP.toNanos());
            } catch (Throwable failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
