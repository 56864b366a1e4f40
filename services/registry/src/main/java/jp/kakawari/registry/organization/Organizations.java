package jp.kakawari.registry.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.PageRequest;

/** All member organisations. */
@ApplicationScoped
class Organizations implements PanacheRepositoryBase<Organization, UUID> {

    /** Which of them are asked for; null asks for all. */
    record Filter(Kind kind, LocalGovernmentCode government) {}

    Optional<Organization> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean holdsGovernment(String government, UUID otherThan) {
        return count("government = ?1 and id <> ?2", government, otherThan) > 0;
    }

    List<Organization> page(Filter filter, PageRequest page) {
        List<String> conditions = conditions(filter);
        Map<String, Object> parameters = parameters(filter);
        page.after().ifPresent(cursor -> {
            conditions.add("id > :after");
            parameters.put("after", cursor.uuid(0));
        });
        return find(String.join(" and ", conditions) + " order by id", parameters)
                .range(0, page.limit())
                .list();
    }

    long count(Filter filter) {
        return count(String.join(" and ", conditions(filter)), parameters(filter));
    }

    private static List<String> conditions(Filter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (filter.kind() != null) {
            conditions.add("kind = :kind");
        }
        if (filter.government() != null) {
            conditions.add("government = :government");
        }
        return conditions;
    }

    private static Map<String, Object> parameters(Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        if (filter.kind() != null) {
            parameters.put("kind", filter.kind());
        }
        if (filter.government() != null) {
            parameters.put("government", filter.government().value());
        }
        return parameters;
    }
}
