package jp.kakawari.registry.officer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;

/** All who hold, held or will hold an office. */
@ApplicationScoped
class Officers implements PanacheRepositoryBase<Officer, UUID> {

    /**
     * Which of them are asked for; null asks for all.
     *
     * @param trained whether they completed a training
     */
    record Filter(String municipality, OfficerRole role, OfficerState state, Boolean trained, LocalDate today) {

        private Conditions<Officer> conditions() {
            Conditions<Officer> conditions = Conditions.on("officer", Officer.class)
                    .whereIs("municipality", municipality)
                    .whereIs("role", role)
                    .where("(training_completed_on is not null) = :trained", "trained", trained);
            return state == null ? conditions : conditions.where(state.condition(), "today", today);
        }
    }

    Optional<Officer> held(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Writes it; the database sees that a municipality has one CKO at a time. */
    void save(Officer officer) {
        try {
            persistAndFlush(officer);
        } catch (ConstraintViolationException overlapping) {
            throw new OfficeHeld();
        }
    }

    List<Officer> page(Filter filter, PageRequest page) {
        return filter.conditions().pageById(getEntityManager(), page);
    }

    long count(Filter filter) {
        return filter.conditions().count(getEntityManager());
    }
}
