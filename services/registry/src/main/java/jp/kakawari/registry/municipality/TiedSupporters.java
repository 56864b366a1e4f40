package jp.kakawari.registry.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.contracts.Stage;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.supporter.MemberNumber;
import jp.kakawari.registry.supporter.Origin;
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
    record Filter(
            String memberNumber,
            String skill,
            Stage stage,
            Origin origin,
            String certificate,
            List<byte[]> emailIndexes) {

        static Filter ofEmail(List<byte[]> emailIndexes) {
            return new Filter(null, null, null, null, null, emailIndexes);
        }
    }

    private static final String OWN = """
            from tie t join supporter s on s.id = t.supporter
            where t.municipality = ? and t.ended_on is null and s.state = 'ACTIVE'
            """;

    /** In the order of the page, so that it ends with the page, however many or few have the skill. */
    private static final String OWN_BY_SKILL = """
            from tie_skill k
            join tie t on t.municipality = k.municipality and t.supporter = k.supporter
            join supporter s on s.id = k.supporter
            where k.municipality = ? and t.ended_on is null and s.state = 'ACTIVE'
            """;

    private static final String FIND = """
            with one as (
                select %s
                %s and t.supporter = ?),
            recorded as (
                insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                select ?, ?, id, ? from one)
            select * from one
            """.formatted(TiedSupporterRows.COLUMNS, OWN);

    private final DataSource database;
    private final TiedSupporterRows rows;
    private final Caller caller;

    TiedSupporters(DataSource database, TiedSupporterRows rows, Caller caller) {
        this.database = database;
        this.rows = rows;
        this.caller = caller;
    }

    /** The one of that id, if they are theirs. */
    Optional<TiedSupporter> find(LocalGovernmentCode municipality, UUID supporter, Purpose purpose) {
        UUID reader = caller.organization().orElseThrow(NotYours::new);
        return Sql.list(
                        database,
                        row -> rows.read(row, reader),
                        FIND,
                        municipality.value(),
                        supporter,
                        reader,
                        caller.subject(),
                        purpose.name())
                .stream()
                .findFirst();
    }

    /** One row more than the page shows; only what it shows is recorded as read. */
    List<TiedSupporter> page(LocalGovernmentCode municipality, Filter filter, PageRequest page, Purpose purpose) {
        UUID reader = caller.organization().orElseThrow(NotYours::new);
        UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
        Own own = Own.of(municipality, filter, after);
        return Sql.list(
                database,
                row -> rows.read(row, reader),
                """
                with page as (
                    select %s
                    %s order by t.supporter limit ?),
                recorded as (
                    insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                    select ?, ?, id, ?
                    from (select id from page order by id limit ?) shown)
                select * from page order by id
                """.formatted(TiedSupporterRows.COLUMNS, own.sql()),
                own.and(page.fetch(), reader, caller.subject(), purpose.name(), page.limit()));
    }

    long count(LocalGovernmentCode municipality, Filter filter) {
        Own own = Own.of(municipality, filter, null);
        return Sql.list(database, row -> row.getLong(1), "select count(*) " + own.sql(), own.and())
                .getFirst();
    }

    /** Which rows of whose, with the values of its place holders. */
    private record Own(String sql, List<Object> values) {

        static Own of(LocalGovernmentCode municipality, Filter filter, UUID after) {
            boolean bySkill = filter.skill() != null;
            StringBuilder sql = new StringBuilder(bySkill ? OWN_BY_SKILL : OWN);
            List<Object> values = new ArrayList<>(List.of(municipality.value()));
            Map<String, Object> conditions = new LinkedHashMap<>();
            conditions.put(
                    " and t.source_system = 'list' and t.source_id = ?",
                    filter.memberNumber() == null ? null : MemberNumber.fold(filter.memberNumber()));
            conditions.put(" and k.skill = ?", filter.skill());
            conditions.put(
                    " and t.stage = ?",
                    filter.stage() == null ? null : filter.stage().name());
            conditions.put("""
                     and exists (select from certificate c
                                 where c.municipality = t.municipality and c.supporter = t.supporter
                                   and c.revoked_on is null and c.certification = ?)""", filter.certificate());
            conditions.put(
                    " and ? = any(t.origins)",
                    filter.origin() == null ? null : filter.origin().name());
            conditions.put(
                    " and s.email_index = any(?)",
                    filter.emailIndexes() == null ? null : filter.emailIndexes().toArray(byte[][]::new));
            conditions.put(bySkill ? " and k.supporter > ?" : " and t.supporter > ?", after);
            conditions.forEach((condition, value) -> {
                if (value != null) {
                    sql.append(condition);
                    values.add(value);
                }
            });
            return new Own(sql.toString(), values);
        }

        Object[] and(Object... more) {
            return Stream.concat(values.stream(), Stream.of(more)).toArray();
        }
    }
}
