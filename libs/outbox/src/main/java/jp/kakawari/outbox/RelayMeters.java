package jp.kakawari.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.kakawari.outbox.Leadership.Backlog;

/** What an operator sees of the relay: how much waits and since when, what was published, how long it took, failures. */
final class RelayMeters {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer delay;
    private final Counter failures;
    private final AtomicReference<Optional<Backlog>> backlog = new AtomicReference<>(Optional.empty());
    private Instant next = Instant.MIN;

    RelayMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("kakawari.outbox.size", this::size)
                .description("Events that are committed and not yet acknowledged; NaN while this replica stands by")
                .register(registry);
        Gauge.builder("kakawari.outbox.oldest.age", this::oldestAge)
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(registry);
        delay = Timer.builder("kakawari.outbox.delay")
                .description("From the start of the transaction to the acknowledgement")
                .publishPercentileHistogram()
                .register(registry);
        failures = Counter.builder("kakawari.outbox.failures")
                .description("Attempts that ended because the database or the broker did not answer")
                .register(registry);
    }

    /** Whether the backlog should be measured again. */
    boolean due() {
        return !clock.instant().isBefore(next);
    }

    void measured(Backlog measured) {
        backlog.set(Optional.of(measured));
        next = clock.instant().plus(EVERY);
    }

    void standBy() {
        backlog.set(Optional.empty());
        next = Instant.MIN;
    }

    void published(List<Entry> entries) {
        Instant now = clock.instant();
        for (Entry entry : entries) {
            Duration taken = Duration.between(entry.time().toInstant(), now);
            for (int event = 0; event < entry.events(); event++) {
                delay.record(taken);
            }
            registry.counter("kakawari.outbox.published", "topic", entry.topic())
                    .increment(entry.events());
        }
    }

    void failed() {
        failures.increment();
    }

    private Double size() {
        return backlog.get().map(measured -> (double) measured.size()).orElse(Double.NaN);
    }

    private Double oldestAge() {
        return backlog.get()
                .map(measured -> measured.oldest().map(this::age).orElse(0.0))
                .orElse(Double.NaN);
    }

    private double age(OffsetDateTime oldest) {
        return Duration.between(oldest.toInstant(), clock.instant()).toMillis() / 1000.0;
    }
}
