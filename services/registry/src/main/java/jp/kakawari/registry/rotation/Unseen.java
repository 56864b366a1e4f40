package jp.kakawari.registry.rotation;

import jakarta.persistence.EntityManager;

/** What followers of a municipality's feed need not see: nothing that they can read has changed. */
public final class Unseen {

    private Unseen() {}

    /** Until the end of this transaction. */
    public static void from(EntityManager database) {
        database.createNativeQuery("select set_config('kakawari.unseen', 'on', true)")
                .getSingleResult();
    }
}
