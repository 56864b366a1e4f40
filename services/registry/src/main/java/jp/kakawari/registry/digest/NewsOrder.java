package jp.kakawari.registry.digest;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Nothing falls between two digests: what is told takes its time only while no digest is being cut, and a digest is cut only
 * while nothing that took its time is still to be kept.
 */
@ApplicationScoped
public class NewsOrder {

    private static final String NAME = "hashtextextended('news of digests', 0)";

    private final EntityManager database;

    NewsOrder(EntityManager database) {
        this.database = database;
    }

    /** Before the clock is read for something new; until the end of the transaction. */
    @Transactional(MANDATORY)
    public void tell() {
        database.createNativeQuery("select pg_advisory_xact_lock_shared(" + NAME + ")")
                .getSingleResult();
    }

    /** Before the clock is read for the end of a digest. */
    @Transactional(MANDATORY)
    void cut() {
        database.createNativeQuery("select pg_advisory_xact_lock(" + NAME + ")").getSingleResult();
    }
}
