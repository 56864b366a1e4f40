package jp.kakawari.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** The outbox as a service has it: in its transactions, with the relay and a subscription started beside it. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry registry;

    @Inject
    @Liveness
    MessagingHealth health;

    @Inject
    ParticipationLog participations;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    @Test
    void what_a_transaction_appends_arrives_once_and_in_order() {
        UUID supporter = UUID.randomUUID();
        var told =
                IntStream.range(0, 50).mapToObj(n -> participation(supporter)).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(told.getFirst());
            outbox.append(told.subList(1, 50));
        });
        Await.until(() -> assertThat(participations.of(supporter)).isEqualTo(told));
        assertThat(published(supporter)).hasSize(50);
        Await.until(() -> assertThat(size()).isZero());
    }

    @Test
    void what_is_rolled_back_is_never_told() {
        UUID supporter = UUID.randomUUID();
        var kept = participation(supporter);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(participation(supporter));
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        QuarkusTransaction.requiringNew().run(() -> outbox.append(kept));
        Await.until(() -> assertThat(participations.of(supporter)).containsExactly(kept));
        assertThat(published(supporter)).hasSize(1);
    }

    @Test
    void nothing_is_appended_outside_a_transaction() {
        assertThatThrownBy(() -> outbox.append(participation(UUID.randomUUID())))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void the_trace_of_the_request_travels_along() {
        UUID supporter = UUID.randomUUID();
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        MDC.put("traceparent", trace);
        try {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(participation(supporter)));
        } finally {
            MDC.remove("traceparent");
        }
        var arrived = Parts.shared().topics().await(topic(), record -> isOf(supporter, record));
        assertThat(Topics.header(arrived, "traceparent")).contains(trace);
    }

    @Test
    void health_and_metrics_speak_of_the_relay_and_the_subscription() {
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
        assertThat(registry.get("kakawari.inbox.lag")
                        .tag("topic", "matching.participation.v1")
                        .gauge()
                        .value())
                .isNotNegative();
        Await.until(() ->
                assertThat(registry.get("kakawari.outbox.size").gauge().value()).isNotNaN());
    }

    /** From the commit to the reader, one event at a time as requests bring them. */
    @Test
    void an_event_is_read_within_a_quarter_of_a_second() {
        var millis = new ArrayList<Long>();
        for (int n = 0; n < 200; n++) {
            var participation = participation(UUID.randomUUID());
            QuarkusTransaction.requiringNew().run(() -> outbox.append(participation));
            long committed = System.nanoTime();
            participations.await(participation);
            millis.add((System.nanoTime() - committed) / 1_000_000);
        }
        var sorted = millis.stream().skip(20).sorted().toList();
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThan(250);
    }

    private List<ConsumerRecord<String, String>> published(UUID supporter) {
        return Parts.shared().topics().all(topic()).stream()
                .filter(record -> isOf(supporter, record))
                .toList();
    }

    private String topic() {
        return prefix + Topic.MATCHING_PARTICIPATION.value();
    }

    private static boolean isOf(UUID supporter, ConsumerRecord<String, String> record) {
        return record.key().equals(supporter.toString());
    }

    private long size() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static ParticipationRecorded participation(UUID supporter) {
        return new ParticipationRecorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                supporter,
                "212172",
                Activity.values()[0],
                OffsetDateTime.parse("2026-11-21T09:00:00+09:00"),
                new BigDecimal("2.5"));
    }
}
