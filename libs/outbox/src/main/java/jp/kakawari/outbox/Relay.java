package jp.kakawari.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.kakawari.contracts.Topic;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Takes committed events to Kafka, in the order of their ids, and deletes exactly what was acknowledged. Each replica of
 * a service runs one; the one that leads works and the others stand by. A crash between sending and deleting sends again,
 * so an event arrives at least once.
 */
final class Relay implements Work {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    /** While events come in by the hundred, whoever looks less often goes less often over those that are just deleted. */
    private static final int MANY = 500;

    private static final Duration GATHER = Duration.ofMillis(50);

    private final DataSource database;
    private final Broker broker;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Settings.Relaying settings;
    private final RelayMeters meters;
    private final Stop stop = new Stop();
    private final Set<Topic> created = new HashSet<>();

    Relay(
            DataSource database,
            Broker broker,
            Supplier<Producer<String, byte[]>> producers,
            Settings.Relaying settings,
            RelayMeters meters) {
        this.database = database;
        this.broker = broker;
        this.producers = producers;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void stop() {
        stop.ask();
    }

    @Override
    public void run() {
        while (!stop.asked()) {
            Duration wait = settings.tick();
            try {
                lead();
            } catch (SQLException | RuntimeException trouble) {
                wait = stop.backOff();
                created.clear();
                meters.failed();
                LOG.warnf("Events wait in the outbox, the next attempt is in %s: %s", wait, trouble);
                LOG.debug("The relay stopped at", trouble);
            }
            stop.await(wait);
        }
    }

    private void lead() throws SQLException {
        try (var leadership = Leadership.take(database).orElse(null)) {
            if (leadership == null) {
                return;
            }
            LOG.info("This replica relays the events of the outbox");
            var producer = producers.get();
            try {
                while (!stop.asked()) {
                    relay(leadership, producer);
                }
            } finally {
                producer.close(CLOSE_WITHIN);
                meters.standBy();
            }
        }
    }

    private void relay(Leadership leadership, Producer<String, byte[]> producer) throws SQLException {
        List<Entry> batch = leadership.oldest(settings.batch());
        if (meters.due()) {
            meters.measured(leadership.backlog());
        }
        if (batch.isEmpty()) {
            stop.succeeded();
            leadership.awaitAppend(settings.tick());
            return;
        }
        createTopics(batch);
        var sending = Sending.of(batch, broker, producer);
        leadership.delete(
                sending.acknowledged().stream().map(Entry::id).toList(),
                sending.acknowledged().size() == batch.size());
        meters.published(sending.acknowledged());
        if (sending.acknowledged().isEmpty()) {
            throw sending.failure().orElseThrow();
        }
        stop.succeeded();
        int events = batch.stream().mapToInt(Entry::events).sum();
        if (events >= MANY && events < settings.batch()) {
            stop.await(GATHER);
        }
    }

    private void createTopics(List<Entry> batch) {
        Set<Topic> missing = batch.stream()
                .map(Entry::contract)
                .flatMap(Optional::stream)
                .filter(topic -> !created.contains(topic))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            broker.create(missing);
            created.addAll(missing);
        }
    }
}
