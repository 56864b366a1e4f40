package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.Test;

/** What is told in the background while events are counted is counted neither before nor after. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncTablesTest {

    @Inject
    SyncTables tables;

    @Inject
    DataSource database;

    @Test
    void events_are_the_same_whenever_a_campaign_is_told() throws SQLException {
        String campaign = post("hida", "/v1/municipalities/212172/campaigns", """
                        {"subject": "便り", "body": "便りです。", "segment": {"prefecture": "47"}}""")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        long before = tables.events();
        try (Connection telling = database.getConnection()) {
            telling.setAutoCommit(false);
            Sql.run(telling, "update campaign set tellings = tellings + 1 where id = '%s'".formatted(campaign));
            Sql.run(telling, """
                    insert into outbox (topic, key, ce_type, ce_subject)
                    values ('registry.delivery.v1', '%1$s', 'jp.kakawari.registry.delivery-counted.v1', '%1$s')""".formatted(UUID.randomUUID()));
            CompletableFuture<Long> meanwhile = CompletableFuture.supplyAsync(this::events);
            await(() -> meanwhile.isDone() || somebodyWaits());
            telling.commit();
            assertThat(meanwhile.join()).isEqualTo(before);
        }
        assertThat(tables.events()).isEqualTo(before);
    }

    private long events() {
        try {
            return tables.events();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean somebodyWaits() {
        try {
            return tables.count("select count(*) from pg_locks where not granted") > 0;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
