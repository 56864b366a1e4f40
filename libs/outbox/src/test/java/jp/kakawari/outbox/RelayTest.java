package jp.kakawari.outbox;

import static java.util.stream.Collectors.toMap;
import static jp.kakawari.outbox.World.HIDA;
import static jp.kakawari.outbox.World.IGA;
import static jp.kakawari.outbox.World.KOSUGE;
import static jp.kakawari.outbox.World.hida;
import static jp.kakawari.outbox.World.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final World world = new World();

    @AfterEach
    void close() throws InterruptedException {
        world.close();
    }

    @Test
    void an_event_arrives_as_a_cloud_event_and_leaves_the_outbox() {
        world.relay();
        world.append(hida(1));
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(world.published(Topic.REGISTRY_ORGANIZATION)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(HIDA.toString());
            assertThat(Topics.header(record, "ce_specversion")).contains("1.0");
            assertThat(Topics.header(record, "ce_source")).contains("registry");
            assertThat(Topics.header(record, "ce_type")).contains(hida(1).type());
            assertThat(Topics.header(record, "ce_subject")).contains(HIDA.toString());
            assertThat(Topics.header(record, "ce_id").map(UUID::fromString).map(UUID::version))
                    .contains(7);
            assertThat(Topics.header(record, "content-type")).contains("application/json");
            assertThat(record.value()).contains("\"name\":\"revision 1\"");
        });
    }

    @Test
    void many_events_arrive_once_and_in_order_per_key() {
        world.execute(appendMany(20_000, 100));
        world.relay();
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(world.revisions())
                .hasSize(100)
                .allSatisfy((key, revisions) -> assertThat(revisions)
                        .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList()));
    }

    @Test
    void events_that_stand_in_one_row_arrive_as_if_each_had_its_own() {
        world.execute(appendTogether(7_000, 100, 1_000));
        assertThat(world.count("outbox")).isEqualTo(7);
        world.relay();
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(world.revisions())
                .hasSize(100)
                .allSatisfy((key, revisions) -> assertThat(revisions)
                        .isEqualTo(LongStream.rangeClosed(1, 70).boxed().toList()));
        assertThat(world.published(Topic.REGISTRY_ORGANIZATION))
                .allSatisfy(record ->
                        assertThat(Topics.header(record, "ce_subject")).contains(record.key()))
                .extracting(
                        record -> UUID.fromString(Topics.header(record, "ce_id").orElseThrow()))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
    }

    @Test
    void what_is_held_is_sent_once_it_is_released_and_not_before() {
        world.relay();
        world.execute(appendTogether(10, 10, 10));
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        world.execute(appendTogether(40, 10, 40)
                .replace("outbox (", "outbox (id, ")
                .replace("SELECT 'registry", "OVERRIDING SYSTEM VALUE SELECT -7, 'registry"));
        world.append(hida(1));
        Await.until(() -> assertThat(world.count("outbox")).isEqualTo(1));
        assertThat(world.published(Topic.REGISTRY_ORGANIZATION)).hasSize(11);
        world.execute("UPDATE outbox SET id = DEFAULT, ce_id = DEFAULT, ce_time = DEFAULT WHERE id = -7");
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(world.published(Topic.REGISTRY_ORGANIZATION)).hasSize(51);
    }

    @Test
    void a_row_of_which_an_event_is_refused_is_sent_again_and_what_stands_behind_its_keys_after_it() {
        var refusals = new AtomicInteger(1);
        world.execute(appendTogether(6, 3, 3));
        String second = "00000000-0000-7000-8000-000000000001";
        world.relay(world.database, () -> Producers.refusing(world.broker.producer(), second, refusals));
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(world.revisions())
                .hasSize(3)
                .allSatisfy((key, revisions) ->
                        assertThat(lastOccurrences(revisions)).containsExactly(1L, 2L));
    }

    @Test
    void a_relay_that_dies_between_sending_and_deleting_loses_nothing_and_keeps_the_order() {
        var organizations = new Organizations(world);
        world.inbox(organizations, false);
        world.execute(appendMany(5_000, 50));
        var deaths = new AtomicInteger(3);
        world.relay(
                world.database,
                () -> Producers.afterFlush(world.broker.producer(), () -> {
                    if (deaths.getAndDecrement() > 0) {
                        world.killTheLeader();
                    }
                }));
        Await.until(() -> assertThat(world.count("outbox")).isZero());

        var arrived = world.revisions();
        assertThat(arrived.values().stream().mapToInt(List::size).sum()).isGreaterThan(5_000);
        assertThat(arrived)
                .hasSize(50)
                .allSatisfy((key, revisions) -> assertThat(lastOccurrences(revisions))
                        .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList()));
        Await.until(() -> assertThat(organizations.known())
                .isEqualTo(arrived.keySet().stream().collect(toMap(key -> key, key -> 100L))));
    }

    @Test
    void of_two_relays_one_works_and_the_other_takes_over() throws Exception {
        Set<Thread> senders = ConcurrentHashMap.newKeySet();
        UnaryOperator<Producer<String, byte[]>> watched =
                producer -> Producers.afterFlush(producer, () -> senders.add(Thread.currentThread()));
        var first = world.relay(world.database, () -> watched.apply(world.broker.producer()));
        world.append(hida(1));
        Await.until(() -> assertThat(world.count("outbox")).isZero());

        world.relay(world.database, () -> watched.apply(world.broker.producer()));
        for (long revision = 2; revision <= 50; revision++) {
            world.append(hida(revision));
        }
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(senders).hasSize(1);

        world.stop(first);
        world.append(hida(51));
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(senders).hasSize(2);
        assertThat(world.revisions().get(HIDA))
                .isEqualTo(LongStream.rangeClosed(1, 51).boxed().toList());
    }

    @Test
    void a_cut_session_is_opened_again() {
        world.relay();
        for (long revision = 1; revision <= 5; revision++) {
            world.append(hida(revision));
            Await.until(() -> assertThat(world.count("outbox")).isZero());
            world.killTheLeader();
        }
        assertThat(world.revisions().get(HIDA)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_broker_that_does_not_answer_is_waited_for() {
        var away = world.absentBroker();
        var attempts = new AtomicInteger();
        world.append(hida(1), hida(2));
        world.relay(world.database, () -> attempts.incrementAndGet() == 1 ? away.producer() : world.broker.producer());
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(world.revisions().get(HIDA)).containsExactly(1L, 2L);
        assertThat(world.registry.counter("kakawari.outbox.failures").count()).isEqualTo(1);
    }

    @Test
    void of_a_row_too_nothing_is_tried_behind_what_did_not_arrive() {
        var away = world.absentBroker();
        var attempts = new AtomicInteger();
        world.execute(appendTogether(100, 10, 100));
        world.relay(world.database, () -> attempts.incrementAndGet() == 1 ? away.producer() : world.broker.producer());
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        assertThat(world.revisions())
                .hasSize(10)
                .allSatisfy((key, revisions) -> assertThat(revisions)
                        .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList()));
    }

    @Test
    void what_stands_behind_a_refused_event_of_its_key_is_sent_after_it() {
        var refusals = new AtomicInteger(2);
        world.append(state(KOSUGE, 1), hida(1), hida(2), state(IGA, 1));
        world.relay(world.database, () -> Producers.refusing(world.broker.producer(), HIDA.toString(), refusals));
        Await.until(() -> assertThat(world.count("outbox")).isZero());
        var arrived = world.revisions();
        assertThat(lastOccurrences(arrived.get(HIDA))).containsExactly(1L, 2L);
        assertThat(arrived.get(KOSUGE)).containsExactly(1L);
        assertThat(arrived.get(IGA)).containsExactly(1L);
    }

    @Test
    void the_backlog_is_told_while_it_leads() {
        world.execute(appendMany(200, 1));
        world.execute(appendTogether(100, 1, 100));
        world.relay();
        Await.until(() -> assertThat(
                        world.registry.get("kakawari.outbox.size").gauge().value())
                .isEqualTo(300));
        assertThat(world.registry.get("kakawari.outbox.oldest.age").gauge().value())
                .isPositive();
        Await.until(() -> assertThat(
                        world.registry.get("kakawari.outbox.delay").timer().count())
                .isEqualTo(300));
    }

    private static String appendMany(int events, int keys) {
        return """
        INSERT INTO outbox (topic, key, ce_type, ce_subject, body)
        SELECT 'registry.organization.v1', id, 'jp.kakawari.registry.organization-changed.v1', id, body
        FROM (%s) AS event ORDER BY n
        """.formatted(events(events, keys));
    }

    private static String appendTogether(int events, int keys, int inARow) {
        return """
        INSERT INTO outbox (topic, key, ce_type, body)
        SELECT 'registry.organization.v1', string_agg(id, E'\\n' ORDER BY n),
               'jp.kakawari.registry.organization-changed.v1', string_agg(body::text, E'\\n' ORDER BY n)
        FROM (%s) AS event GROUP BY n / %d ORDER BY n / %2$d
        """.formatted(events(events, keys), inARow);
    }

    private static String events(int events, int keys) {
        return """
        SELECT n, id, jsonb_build_object('id', id, 'revision', 1 + n / %2$d, 'state', 'ACTIVE', 'kind', 'GOVERNMENT',
                                         'name', 'revision ' || 1 + n / %2$d) AS body
        FROM generate_series(0, %1$d - 1) AS n,
             LATERAL (SELECT '00000000-0000-7000-8000-' || lpad((n %% %2$d)::text, 12, '0') AS id) AS key
        """.formatted(events, keys);
    }

    private static List<Long> lastOccurrences(List<Long> revisions) {
        var last = new TreeSet<Integer>();
        for (long revision : Set.copyOf(revisions)) {
            last.add(revisions.lastIndexOf(revision));
        }
        return last.stream().map(revisions::get).toList();
    }
}
