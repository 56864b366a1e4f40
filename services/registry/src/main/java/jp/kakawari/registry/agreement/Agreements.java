package jp.kakawari.registry.agreement;

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

/** All agreements. Proposals are their parties' alone. */
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    private static final String OF_A_PARTY =
            "exists (select 1 from Agreement b join b.parties p where b.id = a.id and p.organization = :%s)";

    /** Which of them are asked for; null asks for all. */
    record Filter(AgreementType type, UUID party) {}

    Optional<Agreement> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Agreement> page(Filter filter, UUID asking, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(filter, asking, values);
        page.after().ifPresent(cursor -> {
            conditions.add("a.id > :after");
            values.put("after", cursor.uuid(0));
        });
        return find(from(conditions) + " order by a.id", values)
                .range(0, page.limit())
                .list();
    }

    long count(Filter filter, UUID asking) {
        Map<String, Object> values = new HashMap<>();
        return find(from(conditions(filter, asking, values)), values).count();
    }

    private static List<String> conditions(Filter filter, UUID asking, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        conditions.add("(a.concludedAt is not null or " + OF_A_PARTY.formatted("asking") + ")");
        values.put("asking", asking);
        if (filter.type() != null) {
            conditions.add("a.type = :type");
            values.put("type", filter.type());
        }
        if (filter.party() != null) {
            conditions.add(OF_A_PARTY.formatted("party"));
            values.put("party", filter.party());
        }
        return conditions;
    }

    private static String from(List<String> conditions) {
        return "from Agreement a where " + String.join(" and ", conditions);
    }
}
