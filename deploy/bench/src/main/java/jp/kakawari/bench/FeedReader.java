package jp.kakawari.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;

/** A town hall that follows the feed of its supporters from the beginning, whatever happens to whom it asks. */
final class FeedReader implements AutoCloseable {

    private final Client town;
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();
    private volatile URI next;
    private volatile boolean closed;
    private volatile RuntimeException failure;

    FeedReader(Client town, URI feed) {
        this.town = town;
        this.next = feed;
        Thread.ofPlatform().daemon().name("feed").start(this::read);
    }

    /** How many supporters the feed shows otherwise than they stand in the database, once it has come to its end. */
    long missed(Database database) throws SQLException {
        awaitEnd();
        long missed = 0;
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id::text, revision from supporter")) {
            while (rows.next()) {
                missed += Long.valueOf(rows.getLong(2)).equals(revisions.get(rows.getString(1))) ? 0 : 1;
            }
        }
        return missed;
    }

    private void awaitEnd() {
        URI last = null;
        while (!next.equals(last)) {
            last = next;
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void read() {
        try {
            while (!closed) {
                JsonNode items = page();
                if (items.isEmpty()) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
                for (JsonNode item : items) {
                    revisions.put(
                            item.path("id").asText(),
                            item.path("data").path("revision").asLong());
                }
            }
        } catch (RuntimeException unexpected) {
            failure = unexpected;
        }
    }

    /** The next page, or nothing while nobody can give it. */
    private JsonNode page() {
        try {
            Answer page = town.get(next);
            if (page.status() >= 500) {
                return MissingNode.getInstance();
            }
            next = URI.create(page.expect(200).json().path("next").asText());
            return page.json().path("items");
        } catch (UncheckedIOException nobody) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
