package jp.kakawari.registry.donation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jp.kakawari.registry.supporter.Removal;

/** Whoever is removed works along in no project any more; what they gave stays in its sums. */
@ApplicationScoped
class ForgetProjectMembers {

    private final EntityManager database;

    ForgetProjectMembers(EntityManager database) {
        this.database = database;
    }

    void forget(@Observes Removal removal) {
        database.createNativeQuery("delete from project_member where supporter = :supporter")
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }
}
