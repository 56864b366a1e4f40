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
    private volatile int stepsBack;
    private volatile URI next;
    private volatile boolean closed;
    private volatile RuntimeException failure;

    FeedReader(Client town, URI feed) {
        this.town = town;
        this.next = feed;
        Thread.ofPlatform().daemon().name("feed").start(this::read);
    }

    /**
     * What the feed showed last of everybody, beside how they stand in the database.
     *
     * @param otherwise who stands there in another revision
     * @param stepsBack how often an older revision came behind a newer one
     */
    record Compared(int supporters, int otherwise, int stepsBack) {}

    /** Once the feed has come to its end. What changes twice between two looks is shown once, as it is then. */
    Compared compare(Database database) throws SQLException {
        awaitEnd();
        int supporters = 0;
        int otherwise = 0;
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id::text, revision from supporter")) {
            while (rows.next()) {
                supporters++;
                otherwise += Long.valueOf(rows.getLong(2)).equals(revisions.get(rows.getString(1))) ? 0 : 1;
            }
        }
        return new Compared(supporters, otherwise, stepsBack);
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
                    show(
                            item.path("id").asText(),
                            item.path("data").path("revision").asLong());
                }
            }
        } catch (RuntimeException unexpected) {
            failure = unexpected;
        }
    }

    private void show(String supporter, long revision) {
        Long before = revisions.put(supporter, revision);
        if (before != null && revision < before) {
            stepsBack++;
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
