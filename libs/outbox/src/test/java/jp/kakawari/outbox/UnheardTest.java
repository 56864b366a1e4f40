package jp.kakawari.outbox;

import static java.util.stream.Collectors.toSet;
import static jp.kakawari.outbox.World.HIDA;
import static jp.kakawari.outbox.World.IGA;
import static jp.kakawari.outbox.World.KOSUGE;
import static jp.kakawari.outbox.World.hida;
import static jp.kakawari.outbox.World.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.embedded.Parts;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnheardTest {

    private final World world = new World();
    private final Organizations organizations = new Organizations(world);
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean heard;
    private volatile boolean ends;
    private volatile Runnable afterNo = () -> {};

    @BeforeEach
    void relay() {
        world.relay();
    }

    @AfterEach
    void close() throws InterruptedException {
        world.close();
    }

    @Test
    void what_nobody_waits_for_is_passed_over_unfetched() {
        inbox(false);
        world.append(organization(0));
        awaitPassedOver(1);
        double fetched = fetched();
        for (int n = 1; n <= 30; n += 10) {
            world.append(organization(n), organization(n + 1), organization(n + 2));
            world.append(IntStream.range(n + 3, n + 10)
                    .mapToObj(UnheardTest::organization)
                    .toArray(OrganizationChanged[]::new));
            awaitPassedOver(n + 10);
        }
        assertThat(fetched()).isEqualTo(fetched);
        Await.until(() -> assertThat(
                        world.registry.get("kakawari.inbox.lag").gauge().value())
                .isZero());

        heard = true;
        world.append(hida(1), state(KOSUGE, 1));
        Await.until(() -> assertThat(organizations.known()).containsOnlyKeys(HIDA, KOSUGE));
    }

    @Test
    void what_is_sent_after_somebody_began_to_wait_is_not_missed() throws Exception {
        inbox(false);
        var begun = new AtomicInteger();
        var writer = Thread.ofPlatform().start(() -> {
            while (!ends) {
                world.append(organization(begun.incrementAndGet()));
            }
        });
        for (int round = 0; round < 12; round++) {
            int before = refused.get();
            int times = 1 + round % 3;
            Await.until(() -> assertThat(refused.get()).isGreaterThanOrEqualTo(before + times));
            heard = true;
            int first = begun.get() + 1;
            Await.until(() -> assertThat(begun.get()).isGreaterThan(first + 20));
            Await.until(() -> assertThat(IntStream.range(first, first + 20)).allMatch(this::seen));
            heard = false;
        }
        ends = true;
        writer.join();
        assertThat(IntStream.rangeClosed(1, begun.get())).anyMatch(n -> !seen(n));
    }

    @Test
    void what_is_sent_right_after_a_no_is_not_missed() {
        var topics = Parts.shared().topics();
        inbox(false);
        world.append(organization(1));
        awaitPassedOver(1);
        afterNo = () -> {
            heard = true;
            var event = hida(1);
            topics.sendEvent(world.broker.name(event.topic()), event.type(), event.key(), EventJson.write(event));
        };
        world.append(organization(2));
        Await.until(() -> assertThat(organizations.known()).containsKey(HIDA));
    }

    @Test
    void a_restart_neither_goes_back_nor_skips_what_is_waited_for() throws Exception {
        var inbox = inbox(false);
        world.append(organization(1), organization(2), organization(3));
        awaitPassedOver(3);
        heard = true;
        world.append(hida(1));
        world.stop(inbox);
        world.append(state(KOSUGE, 1), state(IGA, 1));
        inbox(false);
        Await.until(() -> assertThat(organizations.known()).containsOnlyKeys(HIDA, KOSUGE, IGA));
    }

    @Test
    void another_replica_goes_on_where_the_first_one_passed_over() throws Exception {
        var first = inbox(false);
        world.append(organization(1), organization(2), organization(3));
        awaitPassedOver(3);
        inbox(false);
        world.append(organization(4), organization(5), organization(6));
        awaitPassedOver(6);
        world.stop(first);
        world.append(organization(7), organization(8), organization(9));
        awaitPassedOver(9);
        heard = true;
        world.append(hida(1), state(KOSUGE, 1), state(IGA, 1));
        Await.until(() -> assertThat(organizations.known()).containsOnlyKeys(HIDA, KOSUGE, IGA));
    }

    @Test
    void who_waits_while_the_topic_is_read_again_gets_it_from_its_start() throws Exception {
        var inbox = inbox(false);
        world.append(hida(1), state(KOSUGE, 1), state(IGA, 1));
        awaitPassedOver(3);
        world.stop(inbox);
        heard = true;
        inbox(true);
        Await.until(() -> assertThat(organizations.known()).containsOnlyKeys(HIDA, KOSUGE, IGA));
    }

    private Inbox inbox(boolean fromTheStart) {
        return world.inbox(new Sometimes(), fromTheStart);
    }

    private boolean seen(int n) {
        return organizations.seen(organization(n).id()) > 0;
    }

    /** Returns when the topic holds that many records and a restart would read none of them. */
    private void awaitPassedOver(long records) {
        try (var reader = world.broker.consumer()) {
            Await.until(() -> {
                var partitions = reader.partitionsFor(world.broker.name(Topic.REGISTRY_ORGANIZATION)).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .collect(toSet());
                assertThat(reader.committed(partitions).values().stream()
                                .mapToLong(committed -> committed == null ? 0 : committed.offset())
                                .sum())
                        .isEqualTo(records);
            });
        }
    }

    /** How many records the inboxes that run were given. */
    private double fetched() {
        try {
            var server = ManagementFactory.getPlatformMBeanServer();
            double sum = 0;
            for (ObjectName name : server.queryNames(
                    new ObjectName("kafka.consumer:type=consumer-fetch-manager-metrics,client-id=consumer-"
                            + world.prefix + "registry-*"),
                    null)) {
                sum += (double) server.getAttribute(name, "records-consumed-total");
            }
            assertThat(sum).isPositive();
            return sum;
        } catch (JMException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static OrganizationChanged organization(int n) {
        return state(new UUID(0, n), 1);
    }

    private final class Sometimes implements Subscription<OrganizationChanged> {

        @Override
        public Topic topic() {
            return organizations.topic();
        }

        @Override
        public Class<OrganizationChanged> type() {
            return organizations.type();
        }

        @Override
        public boolean heard() {
            if (!heard) {
                refused.incrementAndGet();
                afterNo.run();
                return false;
            }
            return true;
        }

        @Override
        public void handle(List<Received<OrganizationChanged>> batch) {
            organizations.handle(batch);
        }
    }
}
