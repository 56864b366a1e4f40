package jp.kakawari.registry.sync;

import static jp.kakawari.registry.sync.ListSender.KASHIWAZAKI;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.Test;

/** Events are written with the rows of a list, and told once these came true. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class HeldEventsTest {

    private static final String TOUCH = """
            update supporter s set revision = s.revision + 5
            from tie t where t.supporter = s.id and t.source_id = '%s'""";

    @Inject
    SyncTables tables;

    @Inject
    DataSource database;

    @Inject
    Arrivals arrivals;

    @Test
    void of_everybody_of_a_chunk_the_truth_is_told_if_one_was_touched_meanwhile() throws SQLException {
        KASHIWAZAKI.sync("会員番号,氏名\nHE-50,清水\nHE-51,髙橋\n");
        Arrival arrival = arrivals.of(KASHIWAZAKI, "会員番号,氏名\nHE-50,清水 葵\nHE-51,髙橋 葵\n");
        SyncJob promised = arrival.promise();
        assertThat(tables.count("select count(*) from outbox where id < 0")).isEqualTo(1);
        long before = tables.events();
        tables.run(TOUCH.formatted("HE-50"));
        arrival.close();
        KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id());
        assertBothAreToldOnce("HE-50", "HE-51", before);
    }

    @Test
    void a_list_that_has_to_wait_for_somebody_sees_what_they_did() throws SQLException {
        KASHIWAZAKI.sync("会員番号,氏名\nHE-54,清水\nHE-55,髙橋\n");
        Arrival arrival = arrivals.of(KASHIWAZAKI, "会員番号,氏名\nHE-54,清水 葵\nHE-55,髙橋 葵\n");
        SyncJob promised = arrival.promise();
        long before = tables.events();
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            assertThat(Sql.run(somebody, TOUCH.formatted("HE-54"))).isEqualTo(1);
            arrival.close();
            tables.awaitSomebodyWaiting();
            somebody.commit();
            somebody.setAutoCommit(true);
        }
        assertThat(progress(KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id())))
                .containsEntry("changed", 2);
        assertBothAreToldOnce("HE-54", "HE-55", before);
    }

    @Test
    void whoever_came_beside_somebody_touched_came_once() throws SQLException {
        KASHIWAZAKI.sync("会員番号,氏名\nHE-56,清水\n");
        Arrival arrival = arrivals.of(KASHIWAZAKI, "会員番号,氏名\nHE-56,清水 葵\nHE-57,髙橋 葵\n");
        SyncJob promised = arrival.promise();
        long before = tables.events();
        tables.run(TOUCH.formatted("HE-56"));
        arrival.close();
        assertThat(progress(KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id())))
                .containsEntry("created", 1)
                .containsEntry("changed", 1);
        assertThat(tables.staged()).isZero();
        assertThat(tables.events()).isEqualTo(before + 2);
        assertThat(tables.told(supporter("HE-56"), 7)).containsExactly(1L, 7L);
        assertThat(tables.told(supporter("HE-57"), 1)).containsExactly(1L);
    }

    @Test
    void of_what_a_later_row_supersedes_nothing_is_told_or_held() throws SQLException {
        long before = tables.events();
        KASHIWAZAKI.sync("会員番号,氏名\nHE-52,清水\nHE-52,清水 葵\nHE-53,髙橋\n");
        assertThat(tables.staged()).isZero();
        assertThat(tables.events()).isEqualTo(before + 2);
    }

    private void assertBothAreToldOnce(String touched, String untouched, long before) throws SQLException {
        assertThat(tables.staged()).isZero();
        assertThat(tables.events()).isEqualTo(before + 2);
        assertThat(tables.told(supporter(touched), 7)).containsExactly(1L, 7L);
        assertThat(tables.told(supporter(untouched), 2)).containsExactly(1L, 2L);
    }

    private String supporter(String memberNumber) throws SQLException {
        return tables.list(row -> row.getString(1), "select supporter::text from tie where source_id = ?", memberNumber)
                .getFirst();
    }
}
