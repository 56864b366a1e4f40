package jp.kakawari.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a thread to end, also one that waits between two attempts; each failed attempt doubles the wait. */
final class Stop {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CountDownLatch asked = new CountDownLatch(1);
    private Duration next = SHORTEST;

    void ask() {
        asked.countDown();
    }

    boolean asked() {
        return asked.getCount() == 0;
    }

    void await(Duration duration) {
        try {
            asked.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            ask();
        }
    }

    /** How long to wait after one more failure. */
    Duration backOff() {
        Duration wait = next;
        next = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
        return wait;
    }

    void succeeded() {
        next = SHORTEST;
    }
}
