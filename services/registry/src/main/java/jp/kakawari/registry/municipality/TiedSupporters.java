package jp.kakawari.registry.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.supporter.MemberNumber;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.registry.supporter.TieView;
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
    record Filter(UUID supporter, String memberNumber, String skill, Stage stage, byte[] emailIndex) {

        static Filter of(UUID supporter) {
            return new Filter(supporter, null, null, null, null);
        }

        static Filter ofEmail(byte[] emailIndex) {
            return new Filter(null, null, null, null, emailIndex);
        }
    }

    private static final String OWN = """
            from tie t join supporter s on s.id = t.supporter
            where t.municipality = :municipality and t.ended_on is null and s.state = 'ACTIVE'
            """;

    private final EntityManager database;
    private final PersonalData personalData;
    private final Caller caller;

    TiedSupporters(EntityManager database, PersonalData personalData, Caller caller) {
        this.database = database;
        this.personalData = personalData;
        this.caller = caller;
    }

    /** One row more than the page shows; only what it shows is recorded as read. */
    @Transactional
    List<TiedSupporter> page(LocalGovernmentCode municipality, Filter filter, PageRequest page, Purpose purpose) {
        Map<String, Object> values = values(filter);
        page.after().ifPresent(cursor -> values.put("after", cursor.uuid(0)));
        Query query = database.createNativeQuery("""
                        with page as (
                            select s.id, s.revision, t.source_system, t.source_id, s.personal, s.kind, s.country, s.prefecture,
                                s.home, s.interests, s.skills, s.mode, t.municipality, t.origins, t.stage, t.since, t.resident,
                                t.last_active_on, t.mail_consent, s.registered_by = :reader as registered_here
                            %s order by t.supporter limit :fetch),
                        recorded as (
                            insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                            select :reader, :subject, id, :purpose
                            from (select id from page order by id limit :limit) shown)
                        select * from page order by id
                        """.formatted(OWN + conditions(values)))
                .setParameter("municipality", municipality.value())
                .setParameter("fetch", page.fetch())
                .setParameter("limit", page.limit())
                .setParameter("reader", caller.organization().orElseThrow(NotYours::new))
                .setParameter("subject", caller.subject())
                .setParameter("purpose", purpose.name());
        values.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> tiedSupporter((Object[]) row)).toList();
    }

    long count(LocalGovernmentCode municipality, Filter filter) {
        Map<String, Object> values = values(filter);
        Query query = database.createNativeQuery("select count(*) " + OWN + conditions(values), Long.class)
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
        values.put("email", filter.emailIndex());
        values.values().removeIf(value -> value == null);
        return values;
    }

    private static String conditions(Map<String, Object> values) {
        Map<String, String> conditions = Map.of(
                "supporter", " and t.supporter = :supporter",
                "number", " and t.source_system = 'list' and t.source_id = :number",
                "skill", " and :skill = any(s.skills)",
                "stage", " and t.stage = :stage",
                "email", " and s.email_index = :email",
                "after", " and t.supporter > :after");
        return String.join("", values.keySet().stream().map(conditions::get).toList());
    }

    private TiedSupporter tiedSupporter(Object[] row) {
        UUID id = (UUID) row[0];
        Personal personal = personalData.open(id, (byte[]) row[4]);
        Profile profile = Profile.of(
                Kind.valueOf((String) row[5]),
                personal,
                (String) row[6],
                (String) row[7],
                (String) row[8],
                List.of((String[]) row[9]),
                List.of((String[]) row[10]),
                row[11] == null ? null : Mode.valueOf((String) row[11]));
        TieView tie = new TieView(
                (String) row[12],
                Arrays.stream((String[]) row[13]).map(Origin::valueOf).toList(),
                Stage.valueOf((String) row[14]),
                (LocalDate) row[15],
                (Boolean) row[16],
                (LocalDate) row[17],
                (Boolean) row[18]);
        String memberNumber = MemberNumber.SOURCE.equals(row[2]) ? (String) row[3] : null;
        String ownRemarks = Boolean.TRUE.equals(row[19]) ? personal.remarks() : null;
        return new TiedSupporter(id, ((Number) row[1]).longValue(), memberNumber, profile, ownRemarks, tie);
    }
}
