package jp.kakawari.kpi.ledger;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import jp.kakawari.contracts.Topic;
import jp.kakawari.outbox.Received;

/** Writes batches as sets: a statement gets the whole batch as one JSON array. */
@ApplicationScoped
class Ledger {
    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    /** Runs a statement with one parameter, the rows as JSON, and tells how many rows it changed. */
    @Transactional(MANDATORY)
    int write(String statement, Collection<?> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, json.writeValueAsString(rows));
            return update.executeUpdate();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        } catch (SQLException failure) {
            throw new NotLearned(failure);
        }
    }

    /** Remembers how new the figures are; replicas that read other partitions of the topic add up. */
    @Transactional(MANDATORY)
    void note(Topic topic, List<? extends Received<?>> batch, int changes) {
        Instant newest =
                batch.stream().map(Received::time).max(Instant::compareTo).orElseThrow();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        insert into heard (topic, changes, last_event_at) values (?, ?, ?)
                        on conflict (topic) do update set
                            changes = heard.changes + excluded.changes,
                            last_event_at = greatest(heard.last_event_at, excluded.last_event_at)
                        """)) {
            update.setString(1, topic.value());
            update.setInt(2, changes);
            update.setObject(3, newest.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new NotLearned(failure);
        }
    }
}
