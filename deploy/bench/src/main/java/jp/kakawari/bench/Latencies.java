package jp.kakawari.bench;

import java.time.Duration;
import java.util.Arrays;

/** Every latency of a round, so that quantiles are exact. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    synchronized void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latency;
    }

    synchronized int count() {
        return count;
    }

    /** The smallest latency that the given share of all is not above; zero of none. */
    synchronized Duration quantile(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Duration.ZERO : Duration.ofNanos(sorted[(int) Math.ceil(share * count) - 1]);
    }
}
