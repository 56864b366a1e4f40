package jp.kakawari.registry.supporterfeed;

import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever changes ties in whatever order, the feed is all ties in the order of (changed_in, supporter). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class FeedOrderTest {

    private static final List<String> TOWNS = List.of("999981", "999982", "999983");
    private static final List<String> ONE = TOWNS.subList(0, 1);
    private static final int PEOPLE = 24;
    private static final int TRANSACTIONS = 300;
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    @Inject
    DataSource database;

    @Inject
    TidyFeed feeds;

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(61);
    private List<String> people;

    @BeforeEach
    void people_come() {
        people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> register("sample-partner", somebody("order" + i, "242161"))
                        .toString())
                .toList();
    }

    @AfterEach
    void towns_close() throws SQLException {
        inTransaction(connection -> {
            Sql.run(connection, "delete from tie where municipality = any(?)", TOWNS);
            Sql.run(connection, "delete from tie_change where municipality = any(?)", TOWNS);
        });
    }

    @Test
    void the_feed_is_all_ties_in_their_order_tidied_or_not() throws SQLException {
        for (int i = 0; i < TRANSACTIONS; i++) {
            changeSomething();
            if (i % 50 == 0) {
                inTransaction(this::feedIsInOrder);
            }
        }
        nothingRunsFromBefore();
        inTransaction(this::feedIsInOrder);
        assertThat(superseded()).isPositive();
        inTransaction(connection -> feeds.tidy(connection, TOWNS.getFirst()));
        inTransaction(this::feedIsInOrder);
        feeds.tidyAll();
        inTransaction(this::feedIsInOrder);
        assertThat(superseded()).isZero();
    }

    @Test
    void a_follower_goes_on_from_a_place_that_was_tidied_away() throws SQLException {
        inTransaction(connection -> begin(connection, ONE, people));
        nothingRunsFromBefore();
        List<String> order = people.stream().sorted().toList();
        Position half = page(TOWNS.getFirst(), Position.START, PEOPLE / 2).getLast();
        assertThat(half.id()).hasToString(order.get(PEOPLE / 2 - 1));
        inTransaction(connection -> change(connection, ONE, order.subList(0, PEOPLE / 2 + 1)));
        feeds.tidyAll();
        nothingRunsFromBefore();
        assertThat(page(TOWNS.getFirst(), half, PEOPLE * 2))
                .extracting(at -> at.id().toString())
                .containsExactlyElementsOf(
                        IntStream.concat(IntStream.range(PEOPLE / 2 + 1, PEOPLE), IntStream.range(0, PEOPLE / 2 + 1))
                                .mapToObj(order::get)
                                .toList());
    }

    @Test
    void only_a_list_of_more_than_a_tenth_tidies_at_once() throws SQLException {
        inTransaction(connection -> begin(connection, ONE, people));
        inTransaction(connection -> change(connection, ONE, people));
        inTransaction(connection -> feeds.tidyAfter(connection, TOWNS.getFirst(), PEOPLE / 10));
        assertThat(superseded()).isEqualTo(PEOPLE);
        inTransaction(connection -> feeds.tidyAfter(connection, TOWNS.getFirst(), PEOPLE));
        assertThat(superseded()).isZero();
    }

    @Test
    void two_do_not_tidy_at_once() throws SQLException {
        inTransaction(connection -> begin(connection, ONE, people));
        inTransaction(connection -> change(connection, ONE, people));
        inTransaction(first -> {
            feeds.tidy(first, TOWNS.getFirst());
            inTransaction(second -> feeds.tidy(second, TOWNS.getFirst()));
            assertThat(superseded()).isEqualTo(PEOPLE);
        });
        assertThat(superseded()).isZero();
    }

    @Test
    void a_list_leaves_a_tidy_feed() throws SQLException {
        long others = Sql.list(
                        database, row -> row.getLong(1), "select count(*) from tie where municipality = '434230'")
                .getFirst();
        int rows = Math.toIntExact(60 + others / 5);
        list(1, rows);
        list(2, rows);
        long deadline = System.nanoTime() + PATIENCE;
        while (superseded("434230") > 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static void list(int time, int rows) {
        String members = IntStream.range(0, rows)
                .mapToObj(i -> "FO-%d,清水 翔,070-902%d-%04d\n".formatted(i, time, i))
                .collect(Collectors.joining());
        TestLists.sync("minamioguni", "434230", "会員番号,氏名,電話番号\n" + members);
    }

    /** One transaction of a few statements, which may think again as a whole or in parts. */
    private void changeSomething() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            int statements = 1 + random.nextInt(5);
            for (int i = 0; i < statements; i++) {
                Savepoint before = connection.setSavepoint();
                someStatement(connection);
                assertThat(NotedTies.disorder(connection, TOWNS)).isEmpty();
                if (random.nextInt(6) == 0) {
                    connection.rollback(before);
                }
            }
            if (random.nextInt(6) == 0) {
                connection.rollback();
            } else {
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private void someStatement(Connection connection) throws SQLException {
        switch (random.nextInt(8)) {
            case 0, 1 -> begin(connection, towns(), some());
            case 2, 3, 4 -> change(connection, towns(), some());
            case 5 ->
                Sql.run(
                        connection,
                        "update supporter set revision = revision + 1 where id = any(cast(? as uuid[]))",
                        some());
            case 6 -> {
                Sql.list(connection, row -> null, "select set_config('kakawari.unseen', 'on', true)");
                Sql.run(
                        connection,
                        "update tie set row_hash = '1' where municipality = any(?) and supporter = any(cast(? as uuid[]))",
                        TOWNS,
                        some());
                Sql.list(connection, row -> null, "select set_config('kakawari.unseen', '', true)");
            }
            default ->
                Sql.run(
                        connection,
                        "delete from tie where municipality = ? and supporter = cast(? as uuid)",
                        TOWNS.get(random.nextInt(TOWNS.size())),
                        people.get(random.nextInt(PEOPLE)));
        }
    }

    private List<String> some() {
        int rarity = 1 + random.nextInt(12);
        return people.stream().filter(id -> random.nextInt(rarity) == 0).toList();
    }

    private static void begin(Connection connection, List<String> towns, List<String> who) throws SQLException {
        Sql.run(connection, """
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                select town, id, 'CATCH', 1, current_date, false, false
                from unnest(cast(? as uuid[])) as id, unnest(cast(? as text[])) as town
                on conflict (municipality, supporter) do update set resident = not tie.resident""", who, towns);
    }

    private static void change(Connection connection, List<String> towns, List<String> who) throws SQLException {
        Sql.run(
                connection,
                "update tie set resident = not resident where municipality = any(?) and supporter = any(cast(? as uuid[]))",
                towns,
                who);
    }

    private List<String> towns() {
        return TOWNS.subList(0, 1 + random.nextInt(TOWNS.size()));
    }

    private void feedIsInOrder(Connection connection) throws SQLException {
        assertThat(NotedTies.disorder(connection, TOWNS)).isEmpty();
        assertThat(NotedTies.unnoted(connection, TOWNS)).isEmpty();
        for (String town : TOWNS) {
            List<Position> due = Sql.list(connection, FeedOrderTest::position, """
                    select changed_in, supporter from tie
                    where municipality = ? and changed_in < pg_snapshot_xmin(pg_current_snapshot())
                    order by changed_in, supporter""", town);
            List<Position> read = new ArrayList<>();
            List<Position> page;
            do {
                Position at = read.isEmpty() ? Position.START : read.getLast();
                page = page(connection, town, at, 1 + random.nextInt(9));
                read.addAll(page);
            } while (!page.isEmpty());
            assertThat(read).isEqualTo(due);
        }
    }

    private List<Position> page(String town, Position after, int limit) throws SQLException {
        List<Position> page = new ArrayList<>();
        inTransaction(connection -> page.addAll(page(connection, town, after, limit)));
        return page;
    }

    private static List<Position> page(Connection connection, String town, Position after, int limit)
            throws SQLException {
        return Sql.list(
                connection,
                FeedOrderTest::position,
                "select changed_in, supporter from changed_ties(?, cast(? as xid8), ?, ?)",
                town,
                Long.toString(after.modified()),
                after.id(),
                limit);
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(Long.parseLong(row.getString(1)), row.getObject(2, UUID.class));
    }

    /** All that was changed may be served. */
    private void nothingRunsFromBefore() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE;
        boolean served;
        do {
            assertThat(System.nanoTime()).isLessThan(deadline);
            served = Sql.list(database, row -> row.getBoolean(1), """
                    select coalesce(max(changed_in) < pg_snapshot_xmin(pg_current_snapshot()), true)
                    from tie where municipality = any(?)""", TOWNS).getFirst();
        } while (!served);
    }

    private long superseded(String... towns) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return NotedTies.superseded(connection, towns.length == 0 ? TOWNS : List.of(towns));
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** On one snapshot. */
    private void inTransaction(Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                work.with(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }
}
