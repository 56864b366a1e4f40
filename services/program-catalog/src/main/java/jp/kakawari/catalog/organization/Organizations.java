package jp.kakawari.catalog.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import org.hibernate.Session;

/** The known member organisations. One that registry has not told of yet is taken at the word of its token. */
@ApplicationScoped
public class Organizations {

    private final Session database;

    @Inject
    Organizations(Session database) {
        this.database = database;
    }

    /** Refuses an organisation that is suspended or has left. */
    public void mustBeActive(UUID id) {
        boolean inactive = database.createNativeQuery(
                        "select true from organization where id = ?1 and state <> 'ACTIVE'", Boolean.class)
                .setParameter(1, id)
                .uniqueResultOptional()
                .isPresent();
        if (inactive) {
            throw new OrganizationInactive();
        }
    }

    /** The active member organisation that a government is. */
    public Optional<UUID> ofGovernment(LocalGovernmentCode code) {
        return database.createNativeQuery(
                        "select id from organization where government = ?1 and state = 'ACTIVE' limit 1", UUID.class)
                .setParameter(1, code.value())
                .uniqueResultOptional();
    }

    /** Those of them that are known and active. */
    public List<UUID> activeOf(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.createNativeQuery(
                                "select id from organization where id in (:ids) and state = 'ACTIVE'", UUID.class)
                        .setParameterList("ids", ids)
                        .getResultList();
    }

    /** Its name, absent as long as registry has not told it. */
    public Optional<String> nameOf(UUID id) {
        return database.createNativeQuery("select name from organization where id = ?1", String.class)
                .setParameter(1, id)
                .uniqueResultOptional();
    }
}
