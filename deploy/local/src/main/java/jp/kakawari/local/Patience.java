package jp.kakawari.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the awaited one; events take a moment between the services. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Patience() {}

    /** The first answer that fits, or the last one when none did in 30 s. */
    public static <T> T until(Predicate<T> fits, Supplier<T> ask) {
        long end = System.nanoTime() + LIMIT.toNanos();
        T answer = ask.get();
        while (!fits.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE);
            answer = ask.get();
        }
        return answer;
    }
}
