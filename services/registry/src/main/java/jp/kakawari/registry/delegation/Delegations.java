package jp.kakawari.registry.delegation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.PageRequest;

/** All delegations. */
@ApplicationScoped
class Delegations implements PanacheRepositoryBase<Delegation, UUID> {

    /**
     * Which of them are asked for; null asks for all.
     *
     * @param side an organisation that is one of its two sides
     */
    record Filter(UUID side, UUID grantor, UUID intermediary, String government) {}

    Optional<Delegation> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that the intermediary accepted of a government and that nobody revoked. */
    List<Delegation> between(String government, UUID intermediary) {
        return list(
                "intermediary = ?1 and government = ?2 and acceptedAt is not null and revokedAt is null",
                intermediary,
                government);
    }

    List<Delegation> page(Filter filter, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(filter, values);
        page.after().ifPresent(cursor -> {
            conditions.add("id > :after");
            values.put("after", cursor.uuid(0));
        });
        return find(String.join(" and ", conditions) + " order by id", values)
                .range(0, page.limit())
                .list();
    }

    long count(Filter filter) {
        Map<String, Object> values = new HashMap<>();
        return count(String.join(" and ", conditions(filter, values)), values);
    }

    private static List<String> conditions(Filter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        add(conditions, values, "(grantor = :side or intermediary = :side)", "side", filter.side());
        add(conditions, values, "grantor = :grantor", "grantor", filter.grantor());
        add(conditions, values, "intermediary = :intermediary", "intermediary", filter.intermediary());
        add(conditions, values, "government = :government", "government", filter.government());
        return conditions;
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
