package jp.kakawari.web;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** The toys of the tests, on real PostgreSQL. A toy named 遅い waits for the test before it is made. */
@ApplicationScoped
class Toys {
    static final String SLOW = "遅い";
    static final Semaphore MAY_GO_ON = new Semaphore(0);
    static volatile CountDownLatch started = new CountDownLatch(1);

    @Inject
    AgroalDataSource database;

    UUID make(String name) {
        if (name.equals(SLOW)) {
            started.countDown();
            MAY_GO_ON.acquireUninterruptibly();
        }
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("insert into toy (id, name) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        if (name.equals("壊れた")) {
            throw new ToyBroken();
        }
        return id;
    }

    List<String> after(String name, int limit) {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("select name from toy where name > ? order by name limit ?")) {
            select.setString(1, name);
            select.setInt(2, limit);
            List<String> names = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long count() {
        return count("select count(*) from toy");
    }

    long count(String sql) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void run(String sql) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
