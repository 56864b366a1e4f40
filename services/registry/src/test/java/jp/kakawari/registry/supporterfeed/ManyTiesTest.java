package jp.kakawari.registry.supporterfeed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changing and following cost where a municipality has many; nothing of it is committed. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ManyTiesTest {

    private static final String TOWN = "999997";
    private static final int MANY = 50_000;
    private static final int PAGE = 20;
    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    @Inject
    DataSource database;

    private Connection connection;

    @BeforeEach
    void many_come() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        run("""
                insert into supporter (id, revision, state, kind, subject_key)
                select lpad(to_hex(i), 32, '0')::uuid, 1, 'ACTIVE', 'PERSON', 'many ' || i from generate_series(1, %d) i
                """.formatted(MANY));
    }

    @AfterEach
    void nobody_came() throws SQLException {
        try (Connection used = connection) {
            used.rollback();
            used.setAutoCommit(true);
        }
    }

    /** Five hundred transactions changed a hundred each, and each had changed the next one's as well. */
    @Test
    void a_page_at_any_depth_looks_at_little() throws SQLException {
        tie("(1 + i % 500)::text::xid8");
        run("""
                insert into tie_change (municipality, changed_in, last, supporters)
                select municipality, changed_in, ids[cardinality(ids)], ids
                from (select t.municipality, c.changed_in, array_agg(t.supporter order by t.supporter) as ids
                      from tie t, lateral (values (t.changed_in), ((t.changed_in::text::int - 1)::text::xid8)) as c (changed_in)
                      where t.municipality = '%s' group by t.municipality, c.changed_in) noted""".formatted(TOWN));
        run("analyze supporter, tie, tie_change");
        for (int depth : List.of(0, 1, 250, 499)) {
            assertThat(blocks("""
                    select s.personal, t.stage
                    from changed_ties('%s', '%d', '00000000-0000-0000-0000-000000000fff', %d) t
                    join supporter s on s.id = t.supporter""".formatted(TOWN, depth, PAGE))).isBetween(PAGE, PAGE * 100);
        }
    }

    @Test
    void what_a_list_changes_in_a_tie_changes_no_index() throws SQLException {
        tie("pg_current_xact_id()");
        long before = changedWithoutIndex();
        run("""
                update tie
                set origins = '{FESTIVAL}', since = since - 1, resident = true, mail_consent = true, affiliation = 'others',
                    referrer = 'M-1', row_hash = sha256('2'), content_hash = sha256('3'), synced_profile = 2,
                    ended_on = null, ended_by = null, changed_in = pg_current_xact_id()
                where municipality = '%s'""".formatted(TOWN));
        assertThat(changedWithoutIndex() - before).isEqualTo(MANY);
    }

    @Test
    void no_index_of_ties_holds_more_than_who_they_are() {
        Set<String> held = new TreeSet<>(Sql.list(database, row -> row.getString(1), """
                select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                where i.indrelid = 'tie'::regclass"""));
        assertThat(held).containsExactly("municipality", "source_id", "source_system", "supporter");
    }

    @Test
    void a_transaction_that_changes_many_in_several_statements_notes_each_once() throws SQLException {
        tie("pg_current_xact_id()");
        for (String which : List.of("true", "supporter::text like '%7'", "supporter::text like '%a_'", "true")) {
            run("update tie set resident = not resident where municipality = '" + TOWN + "' and " + which);
            assertNotedOnce();
        }
    }

    /** As somebody does who had been nobody's change before: every third, then every second, then all. */
    @Test
    void statements_that_meet_make_their_rows_anew() throws SQLException {
        tie("'3'");
        for (int each : List.of(300, 3, 2, 1)) {
            run("""
                    update tie set resident = not resident
                    from generate_series(0, %d, %d) i
                    where municipality = '%s' and supporter = lpad(to_hex(i), 32, '0')::uuid""".formatted(MANY, each, TOWN));
            assertThat(NotedTies.disorder(connection, List.of(TOWN))).isEmpty();
            assertThat(noted())
                    .isEqualTo(Sql.list(connection, row -> row.getLong(1), """
                    select count(*) from tie where municipality = ? and changed_in = pg_current_xact_id()""", TOWN)
                            .getFirst());
        }
        assertNotedOnce();
    }

    private void assertNotedOnce() throws SQLException {
        assertThat(NotedTies.disorder(connection, List.of(TOWN))).isEmpty();
        assertThat(NotedTies.unnoted(connection, List.of(TOWN))).isEmpty();
        assertThat(noted()).isEqualTo(MANY);
    }

    private long noted() throws SQLException {
        return Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "select sum(cardinality(supporters)) from tie_change where municipality = ?",
                        TOWN)
                .getFirst();
    }

    private void tie(String changedIn) throws SQLException {
        run("""
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent,
                                 source_system, source_id, row_hash, content_hash, synced_profile, origins, affiliation,
                                 referrer, changed_in)
                select '%s', lpad(to_hex(i), 32, '0')::uuid, 'CATCH', 1, current_date, false, false,
                       'list', i::text, sha256('0'), sha256('1'), 1, '{TOURISM}', 'people', 'M-2', %s
                from generate_series(1, %d) i""".formatted(TOWN, changedIn, MANY));
    }

    private long changedWithoutIndex() throws SQLException {
        return Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "select pg_stat_get_xact_tuples_hot_updated('tie'::regclass)")
                .getFirst();
    }

    /** How many a query looks at, its functions included. */
    private int blocks(String sql) throws SQLException {
        List<String> plan = Sql.list(
                connection, row -> row.getString(1), "explain (analyze, buffers, costs off, timing off) " + sql);
        return plan.stream()
                .map(BLOCKS::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1))
                        + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2))))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) throws SQLException {
        Sql.run(connection, sql);
    }
}
