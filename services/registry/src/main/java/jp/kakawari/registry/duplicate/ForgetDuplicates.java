package jp.kakawari.registry.duplicate;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jp.kakawari.registry.supporter.Removal;

/**
 * Who is removed leaves no key and no candidate behind, whatever was decided. Whom a decision joined through them alone
 * counts by themself again, as soon as the background has come to it.
 */
@ApplicationScoped
class ForgetDuplicates {

    private static final String SAME_PERSON =
            "select o.id from supporter s join supporter o on o.person = s.person where s.id = :supporter";

    private final EntityManager database;

    ForgetDuplicates(EntityManager database) {
        this.database = database;
    }

    @Transactional(MANDATORY)
    void forget(@Observes Removal removal) {
        hold(removal);
        run("update likeness set compared = false where supporter in (" + SAME_PERSON + ")", removal);
        run("delete from likeness where supporter = :supporter", removal);
        run("delete from likeness_key where supporter = :supporter", removal);
        run("delete from duplicate_candidate where a = :supporter or b = :supporter", removal);
    }

    /** In the order in which whoever compares holds them. */
    private void hold(Removal removal) {
        database.createNativeQuery("select supporter from likeness where supporter = :supporter or supporter in ("
                        + SAME_PERSON + ") order by supporter for update")
                .setParameter("supporter", removal.supporter())
                .getResultList();
    }

    private void run(String sql, Removal removal) {
        database.createNativeQuery(sql)
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }
}
