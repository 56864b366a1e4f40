package jp.kakawari.registry.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Status;
import jp.kakawari.registry.Conditions;
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
                            source_system, source_transaction, recorded_by, contribution, scheme)
                        select f.supporter, f.municipality, f.activity, f."occurredOn", f.status, f.quantity, f.unit, f.program,
                            f."sourceSystem", f."sourceTransaction", f."recordedBy", f.contribution, f.scheme
                        from jsonb_to_recordset(cast(:facts as jsonb)) as f (
                            supporter uuid, municipality text, activity text, "occurredOn" date, quantity numeric, unit text,
                            program uuid, "sourceSystem" text, "sourceTransaction" text, "recordedBy" uuid, status text,
                            contribution text, scheme text)
                        on conflict do nothing
                        returning *
                        """, Engagement.class)
                .setParameter("facts", write(facts))
                .getResultList();
    }

    /** What that source told under that number; a municipality tells one by one or in a list. */
    Optional<Engagement> byTransaction(String municipality, String sourceSystem, String sourceTransaction) {
        List<String> sources = sourceSystem.equals(RecordByMunicipality.SOURCE)
                ? List.of("list", sourceSystem)
                : List.of(sourceSystem);
        return find(
                        "municipality = ?1 and sourceSystem in ?2 and sourceTransaction = ?3",
                        municipality,
                        sources,
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

    /** Which of a municipality's are asked for; null asks for all. */
    record Filter(String municipality, UUID supporter, Status status) {

        private Conditions<Engagement> conditions() {
            return Conditions.on("engagement", Engagement.class)
                    .whereIs("municipality", municipality)
                    .where("supporter = :supporter", "supporter", supporter)
                    .whereIs("status", status);
        }
    }

    List<Engagement> page(Filter filter, PageRequest page) {
        return filter.conditions().pageById(getEntityManager(), page);
    }

    long count(Filter filter) {
        return filter.conditions().count(getEntityManager());
    }

    /** Somebody's own, municipality by municipality, the oldest day first; one more than the page shows. */
    @SuppressWarnings("unchecked")
    List<Engagement> ownOf(UUID supporter, PageRequest page) {
        var after = page.after();
        return getEntityManager()
                .createNativeQuery("""
                        select * from engagement
                        where supporter = :supporter
                          and (municipality, occurred_on, id) > (:municipality, cast(:day as date), :id)
                        order by municipality, occurred_on, id limit :fetch
                        """, Engagement.class)
                .setParameter("supporter", supporter)
                .setParameter(
                        "municipality", after.map(cursor -> cursor.text(0)).orElse(""))
                .setParameter("day", after.map(cursor -> cursor.date(1)).orElse(LocalDate.of(1, 1, 1)))
                .setParameter("id", after.map(cursor -> cursor.uuid(2)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch())
                .getResultList();
    }

    /** That entry, if it is that supporter's own. */
    Optional<Engagement> ownOf(UUID supporter, UUID id) {
        return find("supporter = ?1 and id = ?2", supporter, id).firstResultOptional();
    }

    @SuppressWarnings("unchecked")
    Set<UUID> supportersOf(Collection<UUID> entries) {
        return new HashSet<>(getEntityManager()
                .createNativeQuery("select distinct supporter from engagement where id = any(:ids)", UUID.class)
                .setParameter("ids", entries.toArray(UUID[]::new))
                .getResultList());
    }

    /** Rejects those that are not rejected, in one statement, and answers them; what was read of them before is forgotten. */
    @SuppressWarnings("unchecked")
    List<Engagement> reject(Collection<UUID> entries) {
        getEntityManager().flush();
        getEntityManager().clear();
        return getEntityManager()
                .createNativeQuery("""
                        update engagement set status = 'REJECTED', revision = revision + 1
                        where id = any(:ids) and status <> 'REJECTED'
                        returning *
                        """, Engagement.class)
                .setParameter("ids", entries.toArray(UUID[]::new))
                .getResultList();
    }

    /** What is on a supporter's account of points. */
    Points points(UUID supporter, String scheme) {
        Object[] sums = (Object[]) getEntityManager()
                .createNativeQuery("""
                        select coalesce(sum(quantity) filter (where quantity > 0), 0),
                               coalesce(-sum(quantity) filter (where quantity < 0), 0)
                        from engagement
                        where supporter = :supporter and scheme = :scheme and unit = 'POINTS' and status = 'ATTESTED'
                        """)
                .setParameter("supporter", supporter)
                .setParameter("scheme", scheme)
                .getSingleResult();
        return new Points((BigDecimal) sums[0], (BigDecimal) sums[1]);
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
