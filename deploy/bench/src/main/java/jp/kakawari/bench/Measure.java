package jp.kakawari.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * A number of a figure.
 *
 * @param of what it is: a rate, a quantile, a count, a share of what was measured beside it
 * @param atLeast the goal, where it is one from below
 * @param atMost the goal, where it is one from above
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measure(String of, double value, String unit, Double atLeast, Double atMost) {

    /** A number without a goal. */
    static Measure of(String of, double value, String unit) {
        return new Measure(of, value, unit, null, null);
    }

    static Measure atLeast(double goal, String of, double value, String unit) {
        return new Measure(of, value, unit, goal, null);
    }

    static Measure atMost(double goal, String of, double value, String unit) {
        return new Measure(of, value, unit, null, goal);
    }

    /** A count of what must not happen. */
    static Measure none(String of, long count) {
        return atMost(0, of, count, "");
    }

    static Measure median(Latencies latencies) {
        return of("median", millis(latencies.quantile(0.5)), "ms");
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    boolean hasGoal() {
        return atLeast != null || atMost != null;
    }

    boolean isReached() {
        return (atLeast == null || value >= atLeast) && (atMost == null || value <= atMost);
    }
}
