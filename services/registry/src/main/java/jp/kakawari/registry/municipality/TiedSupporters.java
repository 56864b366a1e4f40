package jp.kakawari.registry.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Stage;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.registry.supporter.MemberNumber;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/**
 * The supporters tied to one municipality. A page and the record of its reading are one statement: what was read is
 * recorded, and what isn't recorded was not read.
 */
@ApplicationScoped
class TiedSupporters {

    /** Which of them are asked for; null asks for all. */
    record Filter(UUID supporter, String memberNumber, String skill, Stage stage, List<byte[]> emailIndexes) {

        static Filter of(UUID supporter) {
            return new Filter(supporter, null, null, null, null);
        }

        static Filter ofEmail(List<byte[]> emailIndexes) {
            return new Filter(null, null, null, null, emailIndexes);
        }
    }

    private static final String OWN = """
            from tie t join supporter s on s.id = t.supporter
            where t.municipality = :municipality and t.ended_on is null and s.state = 'ACTIVE'
            """;

    /** In the order of the page, so that it ends with the page, however many or few have the skill. */
    private static final String OWN_BY_SKILL = """
            from tie_skill k
            join tie t on t.municipality = k.municipality and t.supporter = k.supporter
            join supporter s on s.id = k.supporter
            where k.municipality = :municipality and t.ended_on is null and s.state = 'ACTIVE'
            """;

    private final EntityManager database;
    private final TiedSupporterRows rows;
    private final Caller caller;

    TiedSupporters(EntityManager database, TiedSupporterRows rows, Caller caller) {
        this.database = database;
        this.rows = rows;
        this.caller = caller;
    }

    /** One row more than the page shows; only what it shows is recorded as read. */
    @Transactional
    List<TiedSupporter> page(LocalGovernmentCode municipality, Filter filter, PageRequest page, Purpose purpose) {
        UUID reader = caller.organization().orElseThrow(NotYours::new);
        Map<String, Object> values = values(filter);
        page.after().ifPresent(cursor -> values.put("after", cursor.uuid(0)));
        Query query = database.createNativeQuery("""
                        with page as (
                            select %s
                            %s order by t.supporter limit :fetch),
                        recorded as (
                            insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                            select :reader, :subject, id, :purpose
                            from (select id from page order by id limit :limit) shown)
                        select * from page order by id
                        """.formatted(TiedSupporterRows.COLUMNS, own(values)))
                .setParameter("municipality", municipality.value())
                .setParameter("fetch", page.fetch())
                .setParameter("limit", page.limit())
                .setParameter("reader", reader)
                .setParameter("subject", caller.subject())
                .setParameter("purpose", purpose.name());
        values.forEach(query::setParameter);
        List<?> found = query.getResultList();
        return found.stream().map(row -> rows.read((Object[]) row, reader)).toList();
    }

    long count(LocalGovernmentCode municipality, Filter filter) {
        Map<String, Object> values = values(filter);
        Query query = database.createNativeQuery("select count(*) " + own(values), Long.class)
                .setParameter("municipality", municipality.value());
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    private static Map<String, Object> values(Filter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("supporter", filter.supporter());
        values.put("number", filter.memberNumber() == null ? null : MemberNumber.fold(filter.memberNumber()));
        values.put("skill", filter.skill());
        values.put("stage", filter.stage() == null ? null : filter.stage().name());
        values.put("emails", filter.emailIndexes());
        values.values().removeIf(value -> value == null);
        return values;
    }

    private static String own(Map<String, Object> values) {
        boolean bySkill = values.containsKey("skill");
        Map<String, String> conditions = Map.of(
                "supporter", " and t.supporter = :supporter",
                "number", " and t.source_system = 'list' and t.source_id = :number",
                "skill", " and k.skill = :skill",
                "stage", " and t.stage = :stage",
                "emails", " and s.email_index in (:emails)",
                "after", bySkill ? " and k.supporter > :after" : " and t.supporter > :after");
        return (bySkill ? OWN_BY_SKILL : OWN)
                + String.join("", values.keySet().stream().map(conditions::get).toList());
    }
}
