package jp.kakawari.registry.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.PageRequest;

/** All memberships. */
@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {

    /** Which of a municipality's memberships are asked for; null asks for all. */
    record Filter(String scheme, UUID supporter) {}

    Optional<Membership> of(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id).firstResultOptional();
    }

    List<Membership> ofSupporter(UUID supporter) {
        return list("supporter = ?1 order by id", supporter);
    }

    List<Membership> page(String municipality, Filter filter, PageRequest page) {
        Map<String, Object> values = values(municipality, filter);
        page.after().ifPresent(cursor -> values.put("after", cursor.uuid(0)));
        return find(where(values) + " order by id", values)
                .range(0, page.limit())
                .list();
    }

    long count(String municipality, Filter filter) {
        Map<String, Object> values = values(municipality, filter);
        return count(where(values), values);
    }

    private static Map<String, Object> values(String municipality, Filter filter) {
        Map<String, Object> values = new HashMap<>(Map.of("municipality", municipality));
        if (filter.scheme() != null) {
            values.put("scheme", filter.scheme());
        }
        if (filter.supporter() != null) {
            values.put("supporter", filter.supporter());
        }
        return values;
    }

    private static String where(Map<String, Object> values) {
        return String.join(
                " and ",
                values.keySet().stream()
                        .map(name -> name.equals("after") ? "id > :after" : name + " = :" + name)
                        .toList());
    }
}
