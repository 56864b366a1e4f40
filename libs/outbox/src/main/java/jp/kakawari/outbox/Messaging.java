package jp.kakawari.outbox;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.kakawari.contracts.Event;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the relay and an inbox per subscription with the service, and ends them with it. */
@ApplicationScoped
class Messaging {

    private static final Duration END_WITHIN = Duration.ofSeconds(10);

    private final DataSource database;
    private final Broker broker;
    private final Settings.Relaying settings;
    private final Set<String> replayed;
    private final boolean replaysDeadLetters;
    private final List<? extends Subscription<?>> subscriptions;
    private final MeterRegistry registry;
    private final DeadLetters deadLetters;
    private final List<Worker> workers = new ArrayList<>();

    @Inject
    Messaging(
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Settings.Topics topics,
            Settings.Relaying settings,
            @ConfigProperty(name = "kakawari.replay") Optional<List<String>> replay,
            @ConfigProperty(name = "kakawari.dead-letters.replay", defaultValue = "false") boolean replayDeadLetters,
            @Any Instance<Subscription<?>> subscriptions,
            MeterRegistry registry) {
        this.database = database;
        this.broker = new Broker(kafka, service, topics);
        this.settings = settings;
        this.replayed = Set.copyOf(replay.orElse(List.of()));
        this.replaysDeadLetters = replayDeadLetters;
        this.subscriptions = subscriptions.stream().toList();
        this.registry = registry;
        this.deadLetters = new DeadLetters(broker, broker::producer, Clock.systemUTC());
    }

    void start(@Observes StartupEvent started) {
        if (settings.relay()) {
            var meters = new RelayMeters(registry, Clock.systemUTC());
            var relay = new Relay(database, broker, broker::producer, settings, meters);
            work("outbox-relay", relay);
        }
        if (settings.listen()) {
            listen();
        }
    }

    private void listen() {
        Map<String, Delivery<?>> deliveries = subscriptions.stream()
                .map(subscription -> delivery(subscription))
                .collect(toMap(delivery -> delivery.topic().value(), Function.identity(), (one, other) -> {
                    throw new IllegalStateException(
                            "Two subscriptions listen to " + one.topic().value()
                                    + ": the records would be shared out between them. Let one call both.");
                }));
        deliveries.forEach((topic, delivery) ->
                work("inbox-" + topic, new Inbox(delivery, broker, replayed.contains(topic), registry)));
        if (replaysDeadLetters) {
            work("dead-letter-replay", new DeadLetterReplay(broker, deliveries));
        }
    }

    private <E extends Event> Delivery<E> delivery(Subscription<E> subscription) {
        return new Delivery<>(subscription, deadLetters, database, registry);
    }

    private void work(String name, Work work) {
        workers.add(new Worker(Thread.ofPlatform().name(name).daemon().start(work), work));
    }

    /** Names of the threads that ended although nobody asked them to. */
    List<String> dead() {
        return workers.stream()
                .filter(Worker::died)
                .map(worker -> worker.thread().getName())
                .toList();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        for (Worker worker : workers) {
            worker.work().stop();
        }
        for (Worker worker : workers) {
            worker.thread().join(END_WITHIN);
        }
        deadLetters.close();
    }

    private record Worker(Thread thread, Work work) {

        /** A replay of dead letters ends by itself, the others never do. */
        boolean died() {
            return !thread.isAlive() && !(work instanceof DeadLetterReplay);
        }
    }
}
