package jp.kakawari.registry.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import jp.kakawari.registry.Conditions;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.PageRequest;

/** All groups of organisations. */
@ApplicationScoped
class Groups implements PanacheRepositoryBase<Group, String> {

    /** Which of them are asked for; null asks for all. */
    record Filter(GroupKind kind, Slug parent) {

        private Conditions<Group> conditions() {
            return Conditions.on("organization_group", Group.class)
                    .where("dissolved_at is null")
                    .whereIs("kind", kind)
                    .whereIs("parent", parent == null ? null : parent.value());
        }
    }

    Optional<Group> held(Slug code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    List<Group> page(Filter filter, PageRequest page) {
        return filter.conditions().pageByCode(getEntityManager(), page);
    }

    long count(Filter filter) {
        return filter.conditions().count(getEntityManager());
    }

    boolean hasCommittees(Slug council) {
        return count("parent = ?1 and dissolvedAt is null", council.value()) > 0;
    }

    /** Writes it; somebody may have been faster: the database has the last word. */
    void save(Group group) {
        RegisteredMeanwhile.unlessFirst(() -> persistAndFlush(group));
    }
}
