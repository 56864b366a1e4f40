package jp.kakawari.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Removable;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import jp.kakawari.embedded.Database;
import jp.kakawari.embedded.Parts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

/** A service with a database and topics of its own on the real parts, and the relays and inboxes that a test starts. */
final class World {

    static final UUID HIDA = UUID.fromString("00000000-0000-7000-8000-000000212172");
    static final UUID KOSUGE = UUID.fromString("00000000-0000-7000-8000-000000194425");
    static final UUID IGA = UUID.fromString("00000000-0000-7000-8000-000000242161");

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final AgroalDataSource database = pool(Parts.shared().newDatabase("outbox"));
    final String prefix = Parts.shared().newTopicPrefix();
    final Broker broker = broker(Map.of(
            "bootstrap.servers",
            Parts.shared().bootstrapServers(),
            "heartbeat.interval.ms",
            300,
            "fetch.max.wait.ms",
            50));
    private final List<Worker> workers = new ArrayList<>();

    private record Worker(Thread thread, Work work) {}

    World() {
        execute(migration());
        execute(resource("R__take_events_as_they_are_written.sql"));
        execute(resource("R__tell_the_revision_of_what_is_buried.sql"));
    }

    static String migration() {
        return resource("V0_1__create_the_outbox.sql");
    }

    private static String resource(String name) {
        try (var migration = World.class.getResourceAsStream("/db/outbox/" + name)) {
            return new String(migration.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A pool set up as Quarkus does. */
    private static AgroalDataSource pool(Database database) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .metricsEnabled(false)
                    .connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .acquisitionTimeout(Duration.ofSeconds(5))
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal(database.owner()))
                                    .credential(new SimplePassword(database.ownerPassword())))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static OrganizationChanged hida(long revision) {
        return state(HIDA, revision);
    }

    static OrganizationChanged state(UUID id, long revision) {
        return new OrganizationChanged(id, revision, State.ACTIVE, Kind.GOVERNMENT, "revision " + revision, null);
    }

    static OrganizationChanged removed(UUID id, long revision) {
        return new OrganizationChanged(id, revision, State.LEFT, Kind.GOVERNMENT, "revision " + revision, null);
    }

    /** An organisation as something that can be removed. */
    record Leaving(@JsonValue OrganizationChanged state) implements Removable {

        @Override
        public Topic topic() {
            return state.topic();
        }

        @Override
        public String key() {
            return state.key();
        }

        @Override
        public String type() {
            return state.type();
        }

        @Override
        public long revision() {
            return state.revision();
        }
    }

    /** Commits the events in one transaction. */
    void append(Event... events) {
        new Outbox(database).append(List.of(events));
    }

    /** One that nobody answers for, which is noticed after a second. */
    Broker absentBroker() {
        return broker(Map.of("bootstrap.servers", "localhost:1", "max.block.ms", 1000));
    }

    private Broker broker(Map<String, Object> connection) {
        return new Broker(connection, "registry", new Settings.Topics() {
            @Override
            public Optional<String> prefix() {
                return Optional.of(prefix);
            }

            @Override
            public int partitions() {
                return 2;
            }
        });
    }

    Relay relay() {
        return relay(database, broker::producer);
    }

    Relay relay(DataSource relayed, Supplier<Producer<String, byte[]>> producers) {
        var settings = new Settings.Relaying() {
            @Override
            public boolean relay() {
                return true;
            }

            @Override
            public boolean listen() {
                return true;
            }

            @Override
            public int batch() {
                return 2000;
            }

            @Override
            public Duration tick() {
                return Duration.ofMillis(500);
            }
        };
        return start(new Relay(relayed, broker, producers, settings, new RelayMeters(registry, Clock.systemUTC())));
    }

    <E extends Event> Inbox inbox(Subscription<E> subscription, boolean fromTheStart) {
        return inbox(subscription, fromTheStart, registry);
    }

    <E extends Event> Inbox inbox(Subscription<E> subscription, boolean fromTheStart, MeterRegistry meters) {
        return start(new Inbox(delivery(subscription), broker, fromTheStart, meters));
    }

    <E extends Event> Delivery<E> delivery(Subscription<E> subscription) {
        return new Delivery<>(subscription, deadLetters(), database, registry);
    }

    DeadLetters deadLetters() {
        return new DeadLetters(broker, broker::producer, Clock.systemUTC());
    }

    <W extends Work> W start(W work) {
        workers.add(new Worker(Thread.ofPlatform().daemon().start(work), work));
        return work;
    }

    /** Returns when the thread of that work has ended. */
    void stop(Work work) throws InterruptedException {
        for (Worker worker : workers) {
            if (worker.work() == work) {
                work.stop();
                worker.thread().join();
            }
        }
    }

    /** Cuts the session that holds the lock, as if its process had died. */
    void killTheLeader() {
        execute("""
                SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = database
                WHERE locktype = 'advisory' AND granted AND datname = current_database()
                """);
    }

    void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    long count(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All that the topic holds, in the order of each partition. */
    List<ConsumerRecord<String, String>> published(Topic topic) {
        return Parts.shared().topics().all(broker.name(topic));
    }

    /** The revisions of each organisation in the order of their arrival. */
    Map<UUID, List<Long>> revisions() {
        return published(Topic.REGISTRY_ORGANIZATION).stream()
                .filter(record -> record.value() != null)
                .collect(groupingBy(
                        record -> UUID.fromString(record.key()),
                        mapping(record -> revision(record.value()), toList())));
    }

    private static long revision(String body) {
        try {
            return EventJson.read(body.getBytes(StandardCharsets.UTF_8), OrganizationChanged.class)
                    .revision();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void close() throws InterruptedException {
        for (Worker worker : workers) {
            worker.work().stop();
        }
        for (Worker worker : workers) {
            worker.thread().join();
        }
        database.close();
    }
}
