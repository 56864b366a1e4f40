package jp.kakawari.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.registry.staging.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What stands in the database before and after a sync. */
@Singleton
class SyncTables {

    /** Whoever appends counts, in the same transaction; what stays in a table of its own when the relay has deleted the event. */
    private static final String COUNT_WHAT_IS_TOLD = """
            create table if not exists told_in_tests (events int not null);
            grant select on told_in_tests to public;
            create or replace function count_what_is_told() returns trigger language plpgsql security definer as
            'begin insert into told_in_tests values (new.events); return null; end';
            create or replace trigger count_what_is_told after insert or update of id on outbox
                for each row when (new.id > 0) execute function count_what_is_told()""";

    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private final DataSource database;
    private final String prefix;

    SyncTables(
            DataSource database,
            @ConfigProperty(name = "kakawari.topics.prefix") String prefix,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password)
            throws SQLException {
        this.database = database;
        this.prefix = prefix;
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            Sql.run(connection, COUNT_WHAT_IS_TOLD);
        }
    }

    /** How many events were appended, but for what other tests' campaigns are told in the background to have come to. */
    long events() throws SQLException {
        return count("""
                select (select coalesce(sum(events), 0) from told_in_tests)
                     - (select coalesce(sum(tellings), 0) from campaign)""");
    }

    /** Waits until the readers of the topic have been told of everybody who has a tie there. */
    void awaitTold(String municipality) throws SQLException {
        Set<String> missing = new HashSet<>(
                list(row -> row.getString(1), "select supporter::text from tie where municipality = ?", municipality));
        Parts.shared().topics().await(prefix + Topic.REGISTRY_SUPPORTER.value(), record -> {
            missing.remove(record.key());
            return missing.isEmpty();
        });
    }

    /** The revisions of a supporter that the readers of the topic were told of, up to the one awaited. */
    List<Long> told(String supporter, long awaited) {
        List<Long> revisions = new ArrayList<>();
        Parts.shared().topics().await(prefix + Topic.REGISTRY_SUPPORTER.value(), record -> {
            if (record.key().equals(supporter)) {
                revisions.add(JsonPath.from(record.value()).getLong("revision"));
            }
            return revisions.contains(awaited);
        });
        return revisions;
    }

    /** Rows that are staged and not merged, and events that are held for them. */
    long staged() throws SQLException {
        return count("""
                select (select count(*) from sync_row) + (select count(*) from sync_engagement_row)
                     + (select count(*) from sync_membership_row) + (select count(*) from sync_held)
                     + (select count(*) from outbox where id < 0)""");
    }

    long ties(String municipality) throws SQLException {
        return count("select count(*) from tie where municipality = '" + municipality + "'");
    }

    long count(String sql) throws SQLException {
        return list(row -> row.getLong(1), sql).getFirst();
    }

    <T> List<T> list(Sql.RowReader<T> reader, String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.list(connection, reader, sql, parameters);
        }
    }

    /** Changes one row. */
    void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(Sql.run(connection, sql)).isEqualTo(1);
        }
    }

    /** Waits until somebody waits for what another transaction does. */
    void awaitSomebodyWaiting() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE;
        while (count("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'transactionid'""") == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Kills the connection that holds the municipality's lock, as the death of its process does. */
    void die(String municipality) throws SQLException {
        List<Boolean> killed = list(row -> row.getBoolean(1), """
                select pg_terminate_backend(pid, 5000) from pg_locks
                where locktype = 'advisory' and objid = ?
                and database = (select oid from pg_database where datname = current_database())""", Integer.parseInt(municipality));
        assertThat(killed).containsExactly(true);
    }
}
