package jp.kakawari.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** With a nation's worth of programs the searches are served by their indexes. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class QueryPlanTest {

    private static final int MANY = 5_000;

    @Inject
    DataSource database;

    @Test
    void searches_and_the_feed_use_their_indexes() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                fill(statement);
                check(statement);
            } finally {
                connection.rollback();
            }
        }
    }

    private static void check(Statement statement) throws SQLException {
        assertThat(plan(statement, "p.search @@ (select search_query('棚田の修復'))", "p.published_at desc, p.id desc"))
                .contains("program_search");
        assertThat(plan(statement, "p.municipalities @> array['212172']", "p.published_at desc, p.id desc"))
                .contains("program_search");
        assertThat(plan(statement, "p.search @@ (select search_query('石積み')) and p.prefectures @> array['07']", "p.id"))
                .contains("program_search");
        assertThat(plan(statement, "true", Sort.NEWEST.order())).contains("program_newest");
        assertThat(plan(statement, "true", Sort.CLOSING.order())).contains("program_by_close");
        assertThat(plan(statement, "true", Sort.STARTING.order())).contains("program_by_start");
        assertThat(explain(
                        statement,
                        "select * from program p where p.change_number > 4900 order by p.change_number limit 100"))
                .contains("program_feed");
    }

    private static String plan(Statement statement, String condition, String order) throws SQLException {
        return explain(
                statement,
                "select p.id from program p where p.state = 'PUBLISHED' and " + condition + " order by " + order
                        + " limit 51");
    }

    private static String explain(Statement statement, String sql) throws SQLException {
        StringJoiner plan = new StringJoiner("\n");
        try (var rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return plan.toString();
    }

    private static void fill(Statement statement) throws SQLException {
        statement.execute("""
                insert into program (id, revision, state, host, title, summary, municipalities, prefectures, place_names,
                    themes, activities, types, scheme_types, activity, mode, selection, languages, created_at, published_at)
                select gen_random_uuid(), 1, 'PUBLISHED', gen_random_uuid(),
                    case when i %% 250 = 0 then '石積み棚田の修復' else '催し第' || i || '回' end, '概要' || md5(i::text),
                    array[lpad((i %% 1741)::text, 6, '0'), case when i %% 2000 = 0 then '212172' else '000000' end],
                    array[lpad((i %% 47 + 1)::text, 2, '0')], '{}',
                    array['theme' || i %% 300], array['講座'], array['course'], '{}', 'LEARNING', 'ONSITE', 'FIRST_COME', '{}',
                    now(), now() - make_interval(secs => i)
                from generate_series(1, %d) as i
                """.formatted(MANY));
        statement.execute("analyze program");
    }
}
