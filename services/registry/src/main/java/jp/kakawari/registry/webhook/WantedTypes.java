package jp.kakawari.registry.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;

/**
 * Which events anybody wants to be told of: a million that nobody wants cost a question for each batch. That somebody does is
 * believed for a second; that nobody does is asked each time, so a new receiver misses nothing.
 */
@ApplicationScoped
class WantedTypes {

    private static final long BELIEVED = Duration.ofSeconds(1).toNanos();

    private final DataSource database;
    private final Map<EventType, Long> wantedAt = new ConcurrentHashMap<>();

    WantedTypes(DataSource database) {
        this.database = database;
    }

    boolean has(EventType type) {
        Long at = wantedAt.get(type);
        if (at != null && System.nanoTime() - at < BELIEVED) {
            return true;
        }
        boolean wanted = ask(type);
        if (wanted) {
            wantedAt.put(type, System.nanoTime());
        }
        return wanted;
    }

    private boolean ask(EventType type) {
        return Sql.list(
                        database,
                        row -> row.getBoolean(1),
                        "select exists (select from webhook where state = 'ACTIVE' and ? = any(event_types))",
                        type.type())
                .getFirst();
    }
}
