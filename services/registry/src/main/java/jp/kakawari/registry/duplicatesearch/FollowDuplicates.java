package jp.kakawari.registry.duplicatesearch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.kakawari.registry.rotation.OneReplica;

/**
 * Looks for duplicates in the background (名寄せ), one replica at a time, and only while no list is received or merged: lists go
 * first. What it hasn't come to waits for the next time.
 */
@ApplicationScoped
class FollowDuplicates {

    private static final String WORK = "kakawari duplicates";

    private final DataSource connections;
    private final EntityManager database;
    private final IndexLikeness indexing;
    private final FindDuplicates finding;

    FollowDuplicates(DataSource connections, EntityManager database, IndexLikeness indexing, FindDuplicates finding) {
        this.connections = connections;
        this.database = database;
        this.indexing = indexing;
        this.finding = finding;
    }

    @Scheduled(
            every = "${kakawari.registry.duplicates-followed-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() throws SQLException {
        try (OneReplica alone = OneReplica.take(connections, WORK).orElse(null)) {
            if (alone != null && indexing.run(this::noListRuns)) {
                finding.run(this::noListRuns);
            }
        }
    }

    private boolean noListRuns() {
        return QuarkusTransaction.requiringNew().call(() ->
                (Boolean) database.createNativeQuery("""
                                select not exists (
                                    select from sync_job where state in ('RECEIVING', 'STAGED', 'MERGING'))
                                """, Boolean.class).getSingleResult());
    }
}
