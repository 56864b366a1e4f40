package jp.kakawari.registry.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.web.PageRequest;

/** The ledger. */
@ApplicationScoped
class Engagements implements PanacheRepositoryBase<Engagement, UUID> {

    /** What the ledger says of one tie. */
    record Standing(UUID supporter, String municipality, long counted, LocalDate lastActiveOn) {}

    private static final String[] COUNTED = Arrays.stream(Activity.values())
            .filter(activity -> activity.relationClass().isPresent())
            .map(Activity::name)
            .toArray(String[]::new);

    private final ObjectMapper json;

    Engagements(ObjectMapper json) {
        this.json = json;
    }

    /** Enters the facts that are new, in one statement, and answers those. */
    @SuppressWarnings("unchecked")
    List<Engagement> enter(Collection<Fact> facts) {
        return getEntityManager()
                .createNativeQuery("""
                        insert into engagement (supporter, municipality, activity, occurred_on, status, quantity, unit, program,
                            source_system, source_transaction, recorded_by)
                        select f.supporter, f.municipality, f.activity, f."occurredOn", 'ATTESTED', f.quantity, f.unit, f.program,
                            f."sourceSystem", f."sourceTransaction", f."recordedBy"
                        from jsonb_to_recordset(cast(:facts as jsonb)) as f (
                            supporter uuid, municipality text, activity text, "occurredOn" date, quantity numeric, unit text,
                            program uuid, "sourceSystem" text, "sourceTransaction" text, "recordedBy" uuid)
                        on conflict do nothing
                        returning *
                        """, Engagement.class)
                .setParameter("facts", write(facts))
                .getResultList();
    }

    /** What the municipality told under that number, one by one or in a list. */
    Optional<Engagement> byTransaction(String municipality, String sourceTransaction) {
        return find(
                        "municipality = ?1 and sourceSystem in ('list', 'municipality') and sourceTransaction = ?2",
                        municipality,
                        sourceTransaction)
                .firstResultOptional();
    }

    Optional<Engagement> of(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id).firstResultOptional();
    }

    /** Whose engagement it is, without keeping a state that another transaction may be changing. */
    Optional<UUID> supporterOf(String municipality, UUID id) {
        List<?> found = getEntityManager()
                .createNativeQuery("select supporter from engagement where municipality = :municipality and id = :id")
                .setParameter("municipality", municipality)
                .setParameter("id", id)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    List<Engagement> page(String municipality, UUID supporter, PageRequest page) {
        Map<String, Object> parameters = parameters(municipality, supporter);
        String where = where(supporter);
        if (page.after().isPresent()) {
            where += " and id > :after";
            parameters.put("after", page.after().get().uuid(0));
        }
        return find(where + " order by id", parameters).range(0, page.limit()).list();
    }

    long countOf(String municipality, UUID supporter) {
        return count(where(supporter), parameters(municipality, supporter));
    }

    private static String where(UUID supporter) {
        return "municipality = :municipality" + (supporter == null ? "" : " and supporter = :supporter");
    }

    private static Map<String, Object> parameters(String municipality, UUID supporter) {
        Map<String, Object> parameters = new HashMap<>(Map.of("municipality", municipality));
        if (supporter != null) {
            parameters.put("supporter", supporter);
        }
        return parameters;
    }

    /** Counts again, for each tie of these supporters that has entries, what counts from a day on. */
    List<Standing> standings(Collection<UUID> supporters, LocalDate countsFrom) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select supporter, municipality,
                            count(*) filter (where status = 'ATTESTED' and occurred_on >= :from and activity = any(:counted)),
                            max(occurred_on) filter (where status <> 'REJECTED')
                        from engagement where supporter = any(:supporters)
                        group by supporter, municipality
                        """)
                .setParameter("from", countsFrom)
                .setParameter("counted", COUNTED)
                .setParameter("supporters", supporters.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new Standing((UUID) row[0], (String) row[1], ((Number) row[2]).longValue(), (LocalDate) row[3]))
                .toList();
    }

    private String write(Collection<Fact> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
