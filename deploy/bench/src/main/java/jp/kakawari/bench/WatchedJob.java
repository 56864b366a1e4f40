package jp.kakawari.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.kakawari.embedded.Database;

/** The next list that a town sends, as its job stands in the database. */
final class WatchedJob implements AutoCloseable {

    /** In the order in which a job goes through them. */
    enum Phase {
        AWAITED,
        RECEIVING,
        STAGED,
        MERGING,
        OVER;

        boolean runs() {
            return this != AWAITED && this != OVER;
        }
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofNanos(500_000);
    private static final UUID NONE = new UUID(0, 0);

    private final Database database;
    private final String town;
    private final UUID before;
    private Connection connection;
    private UUID job;

    WatchedJob(Database database, String town) throws SQLException {
        this.database = database;
        this.town = town;
        this.connection = connect();
        this.before = newest();
    }

    private UUID newest() throws SQLException {
        try (var query = connection.prepareStatement(
                "select id from sync_job where municipality = ? order by id desc limit 1")) {
            query.setString(1, town);
            ResultSet row = query.executeQuery();
            return row.next() ? row.getObject(1, UUID.class) : NONE;
        }
    }

    /** Returns once the job has come so far, or nothing will come of it any more. */
    Phase await(Phase phase, BooleanSupplier inVain) throws SQLException {
        Phase now = phase();
        while (now.compareTo(phase) < 0 && !inVain.getAsBoolean()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            now = phase();
        }
        return now;
    }

    Phase phase() throws SQLException {
        try (var query = connection.prepareStatement("""
                select id, case when state in ('RECEIVING', 'STAGED', 'MERGING') then state else 'OVER' end from sync_job
                where municipality = ? and (id = ? or cast(? as uuid) is null and id > ?) order by id limit 1""")) {
            query.setString(1, town);
            query.setObject(2, job);
            query.setObject(3, job);
            query.setObject(4, before);
            ResultSet row = query.executeQuery();
            if (!row.next()) {
                return Phase.AWAITED;
            }
            job = row.getObject(1, UUID.class);
            return Phase.valueOf(row.getString(2));
        }
    }

    /** Whether it ended only after that moment, if at all. What broke off before it was received is forgotten. */
    boolean outlived(Instant moment) throws SQLException {
        try (var query = connection.prepareStatement("select from sync_job where id = ? and finished_at <= ?")) {
            query.setObject(1, job);
            query.setTimestamp(2, Timestamp.from(moment));
            return !query.executeQuery().next();
        }
    }

    /** After the database was away. */
    void lookAnew() throws SQLException {
        connection.close();
        connection = connect();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
