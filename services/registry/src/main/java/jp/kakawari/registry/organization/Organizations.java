package jp.kakawari.registry.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.registry.Conditions;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;

/** All member organisations and those who would like to be. */
@ApplicationScoped
class Organizations implements PanacheRepositoryBase<Organization, UUID> {

    /**
     * Which of them are asked for; null asks for all.
     *
     * @param prefecture two digits
     * @param capability any part of what they can do
     */
    record Filter(MemberState state, Kind kind, String government, String prefecture, String capability) {

        private Conditions<Organization> conditions() {
            String word = capability == null ? null : Capabilities.folded(capability);
            return Conditions.on("organization", Organization.class)
                    .whereIs("state", state)
                    .whereIs("kind", kind)
                    .whereIs("government", government)
                    .whereIs("prefecture", prefecture)
                    .where(
                            "capability_grams @> cast(:grams as text[])",
                            "grams",
                            word == null ? null : Capabilities.grams(word).toArray(String[]::new))
                    .where("strpos(capability_text, :word) > 0", "word", word);
        }
    }

    Optional<Organization> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether it is known and no active member. */
    boolean isInactive(UUID id) {
        return count("id = ?1 and state <> ?2", id, MemberState.ACTIVE) > 0;
    }

    /** Whether that government is, or was, another member. */
    boolean holdsGovernment(String government, UUID otherThan) {
        return find("government", government).stream()
                .anyMatch(other -> other.state().isPublic() && !other.id().equals(otherThan));
    }

    List<Organization> page(Filter filter, PageRequest page) {
        return filter.conditions().pageById(getEntityManager(), page);
    }

    long count(Filter filter) {
        return filter.conditions().count(getEntityManager());
    }

    /** Writes what has changed; somebody may have been faster: the database has the last word. */
    void flush(Organization organization) {
        try {
            flush();
        } catch (ConstraintViolationException faster) {
            throw switch (String.valueOf(faster.getConstraintName())) {
                case "organization_is_one_government" -> new GovernmentTaken(organization.government());
                case "organization_has_its_own_number" -> new NumberTaken();
                default -> new RegisteredMeanwhile();
            };
        }
    }
}
