package jp.kakawari.outbox;

import static jp.kakawari.outbox.World.HIDA;
import static jp.kakawari.outbox.World.IGA;
import static jp.kakawari.outbox.World.KOSUGE;
import static jp.kakawari.outbox.World.hida;
import static jp.kakawari.outbox.World.removed;
import static jp.kakawari.outbox.World.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final World world = new World();
    private final Organizations organizations = new Organizations(world);

    @BeforeEach
    void relay() {
        world.relay();
    }

    @AfterEach
    void close() throws InterruptedException {
        world.close();
    }

    @Test
    void a_poisoned_record_is_laid_aside_and_all_others_are_taken_in() {
        for (int n = 0; n < 40; n++) {
            world.append(state(organization(n), 1), state(organization(n), 2));
        }
        world.append(state(KOSUGE, 1), poison(HIDA, 2), state(IGA, 1));
        world.inbox(organizations, false);

        Await.until(() -> assertThat(organizations.known())
                .hasSize(42)
                .containsEntry(KOSUGE, 1L)
                .containsEntry(IGA, 1L)
                .containsEntry(organization(39), 2L));
        Await.until(() -> assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(HIDA.toString());
            assertThat(letter.value()).contains("poison");
            assertThat(Topics.header(letter, "dead_letter_reason").orElseThrow())
                    .contains("nobody_is_poison");
            assertThat(Topics.header(letter, "dead_letter_topic")).contains("registry.organization.v1");
            assertThat(Topics.header(letter, "dead_letter_offset")).isPresent();
            assertThat(Topics.header(letter, "ce_id")).isPresent();
        }));
        assertThat(deadLettersCounted()).isEqualTo(1);
        world.append(hida(3));
        Await.until(() -> assertThat(organizations.known()).containsEntry(HIDA, 3L));
    }

    @Test
    void what_is_no_event_is_laid_aside() {
        var topics = Parts.shared().topics();
        String topic = world.broker.name(Topic.REGISTRY_ORGANIZATION);
        world.broker.create(List.of(Topic.REGISTRY_ORGANIZATION));
        topics.sendEvent(topic, hida(1).type(), "torn", "{\"id\": ");
        topics.sendEvent(topic, hida(1).type(), "null", "null");
        topics.sendEvent(topic, hida(1).type(), "deep", "[".repeat(10_000));
        topics.send(topic, "bare", EventJson.write(hida(1)), Map.of());
        topics.sendEvent(
                topic, hida(1).type(), "newer", EventJson.write(hida(1)).replaceFirst("\\{", "{\"added\":\"later\","));
        world.inbox(organizations, false);

        Await.until(() -> assertThat(organizations.known()).containsExactly(Map.entry(HIDA, 1L)));
        Await.until(() ->
                assertThat(deadLetters()).extracting(ConsumerRecord::key).containsOnly("torn", "null", "deep", "bare"));
    }

    @Test
    void dead_letters_are_taken_in_once_their_reason_is_gone() throws Exception {
        world.append(poison(HIDA, 2), poison(KOSUGE, 1));
        world.inbox(organizations, false);
        Await.until(() -> assertThat(deadLetters()).hasSize(2));
        world.append(state(KOSUGE, 5));
        Await.until(() -> assertThat(organizations.known()).containsOnlyKeys(KOSUGE));

        replayDeadLetters();
        Await.until(() -> assertThat(deadLetters()).hasSize(4));
        assertThat(organizations.known()).containsOnlyKeys(KOSUGE);

        world.execute("ALTER TABLE known_organization DROP CONSTRAINT nobody_is_poison");
        replayDeadLetters();
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, 2L, KOSUGE, 5L)));
        assertThat(deadLetters()).hasSize(4);
    }

    @Test
    void a_projection_is_rebuilt_from_the_start_of_its_topic() throws Exception {
        world.append(hida(1), state(KOSUGE, 1), hida(2));
        var inbox = world.inbox(organizations, false);
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, 2L, KOSUGE, 1L)));
        world.stop(inbox);

        world.execute("TRUNCATE known_organization");
        inbox = world.inbox(organizations, false);
        world.append(state(IGA, 1));
        Await.until(() -> assertThat(organizations.known()).containsOnlyKeys(IGA));
        world.stop(inbox);

        world.inbox(organizations, true);
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, 2L, KOSUGE, 1L, IGA, 1L)));
    }

    @Test
    void a_replica_that_joins_does_not_start_the_replay_again() throws Exception {
        world.append(hida(1));
        world.inbox(organizations, true);
        Await.until(() -> assertThat(organizations.known()).containsOnlyKeys(HIDA));

        var registry = new SimpleMeterRegistry();
        var joined = new AtomicInteger();
        var second = world.inbox(new Failing(organizations, joined::incrementAndGet), false, registry);
        for (int n = 0; joined.get() == 0; n++) {
            int appended = n;
            world.append(state(organization(n), 1));
            Await.until(() -> assertThat(organizations.known()).containsKey(organization(appended)));
        }
        world.stop(second);
        world.append(state(KOSUGE, 1), state(IGA, 1));
        Await.until(() -> assertThat(organizations.known()).containsKeys(KOSUGE, IGA));
        assertThat(organizations.seen(HIDA)).isEqualTo(1);
    }

    @Test
    void trouble_of_the_database_is_waited_for_and_makes_no_dead_letter() {
        var attempts = new AtomicInteger();
        world.inbox(
                new Failing(organizations, () -> {
                    if (attempts.incrementAndGet() <= 4) {
                        throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
                    }
                }),
                false);
        world.append(hida(1), hida(2), state(KOSUGE, 1));
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, 2L, KOSUGE, 1L)));
        assertThat(attempts.get()).isGreaterThan(4);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void a_cut_session_in_the_middle_of_a_batch_makes_no_dead_letter() {
        var attempts = new AtomicInteger();
        world.inbox(
                new Failing(organizations, () -> {
                    if (attempts.incrementAndGet() <= 3) {
                        world.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                    }
                }),
                false);
        world.append(hida(1), state(KOSUGE, 1));
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, 1L, KOSUGE, 1L)));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void an_older_event_does_not_bring_back_what_was_removed() {
        world.inbox(organizations, false);
        new Outbox(world.database).bury(new World.Leaving(removed(HIDA, 3)));
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, -3L)));
        world.append(hida(1), hida(2), state(KOSUGE, 1));
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, -3L, KOSUGE, 1L)));
        assertThat(world.published(Topic.REGISTRY_ORGANIZATION))
                .filteredOn(record -> record.key().equals(HIDA.toString()))
                .extracting(record -> record.value() == null)
                .containsExactly(false, true, false, false);
    }

    @Test
    void a_tombstone_alone_tells_the_removal_to_who_missed_the_state() throws Exception {
        var inbox = world.inbox(organizations, false);
        world.append(hida(1), state(KOSUGE, 1));
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, 1L, KOSUGE, 1L)));
        world.stop(inbox);
        world.execute("""
                CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER the_topic_has_forgotten BEFORE INSERT ON outbox
                    FOR EACH ROW WHEN (new.body::json->>'state' = 'LEFT') EXECUTE FUNCTION forget();
                """);
        new Outbox(world.database).bury(new World.Leaving(removed(HIDA, 3)));
        world.inbox(organizations, false);
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, -3L, KOSUGE, 1L)));
        world.append(hida(2), hida(4));
        Await.until(() -> assertThat(organizations.known()).isEqualTo(Map.of(HIDA, 4L, KOSUGE, 1L)));
    }

    @Test
    void replicas_share_the_partitions_and_the_lag_goes_to_zero() throws Exception {
        var first = world.inbox(organizations, false);
        var registry = new SimpleMeterRegistry();
        world.inbox(organizations, false, registry);
        for (int n = 0; n < 100; n++) {
            world.append(state(organization(n), 1));
        }
        Await.until(() -> assertThat(organizations.known()).hasSize(100));
        world.stop(first);
        world.append(hida(1), state(KOSUGE, 1), state(IGA, 1));
        Await.until(() -> assertThat(organizations.known()).hasSize(103));
        Await.until(() ->
                assertThat(registry.get("kakawari.inbox.lag").gauge().value()).isZero());
    }

    private void replayDeadLetters() {
        world.start(new DeadLetterReplay(
                world.broker, Map.of(organizations.topic().value(), world.delivery(organizations))));
    }

    private List<ConsumerRecord<String, String>> deadLetters() {
        return Parts.shared().topics().all(world.broker.deadLetters());
    }

    private double deadLettersCounted() {
        return world.registry.get("kakawari.inbox.dead.letters").counter().count();
    }

    private static OrganizationChanged poison(UUID id, long revision) {
        return new OrganizationChanged(id, revision, State.ACTIVE, Kind.GOVERNMENT, "poison", null);
    }

    private static UUID organization(int n) {
        return new UUID(0, n);
    }

    private record Failing(Organizations organizations, Runnable before) implements Subscription<OrganizationChanged> {

        @Override
        public Topic topic() {
            return organizations.topic();
        }

        @Override
        public Class<OrganizationChanged> type() {
            return organizations.type();
        }

        @Override
        public void handle(List<Received<OrganizationChanged>> batch) {
            before.run();
            organizations.handle(batch);
        }
    }
}
