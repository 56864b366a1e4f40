package jp.kakawari.registry.provision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.contracts.Activity;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.personal.PersonalReads;
import jp.kakawari.registry.provision.ConsentedSupporter.Done;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.terms.FieldGroup;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/**
 * The one place through which a recipient is given somebody's data (同意に基づく提供): of those whose consent stands now, the
 * fields that it names, and nothing of a minor for whom no guardian consented. Who was given is recorded twice in the same
 * statement, as a read for the person and as a provision.
 */
@ApplicationScoped
public class ConsentedReads {

    /**
     * Which of them are asked for; null asks for all.
     *
     * @param skill of those who consented to their PROFILE, for a search tells what it looks for
     * @param scheme of which they are members today
     */
    public record Filter(UUID supporter, String scheme, String skill) {}

    private final DataSource database;
    private final ConsentedRows rows;
    private final ActiveMembers members;
    private final Caller caller;
    private final Clock clock;

    ConsentedReads(DataSource database, ConsentedRows rows, ActiveMembers members, Caller caller, Clock clock) {
        this.clock = clock;
        this.database = database;
        this.rows = rows;
        this.members = members;
        this.caller = caller;
    }

    /** In the order of their ids, one more than the page shows; only whom it shows is recorded as given. */
    @Transactional
    public List<ConsentedSupporter> page(Recipient recipient, Purpose purpose, Filter filter, PageRequest page) {
        recipient.mustBe(caller);
        members.callerMustBeActive();
        UUID reader = caller.organization().orElseThrow(NotYours::new);
        Given given = Given.of(
                recipient,
                purpose,
                filter,
                LocalDate.now(clock),
                page.after().map(cursor -> cursor.uuid(0)).orElse(null));
        List<ConsentedSupporter> found = Sql.list(
                database,
                rows::read,
                """
                with page as (select %s %s order by c.supporter limit ?),
                shown as (select * from page order by id limit ?),
                recorded as (
                    insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                    select ?, ?, id, ? from shown),
                provided as (
                    insert into provision (recipient, reader, supporter, purpose, fields, terms, consent)
                    select ?, ?, id, purpose, fields, terms, step from shown)
                select * from page order by id
                """.formatted(ConsentedRows.COLUMNS, given.sql()),
                given.and(
                        page.fetch(),
                        page.limit(),
                        reader,
                        caller.subject(),
                        PersonalReads.Purpose.CONSENTED.name(),
                        recipient.value(),
                        caller.subject()));
        return withEngagements(found);
    }

    /** How many there are, without reading anybody. */
    @Transactional
    public long count(Recipient recipient, Purpose purpose, Filter filter) {
        recipient.mustBe(caller);
        Given given = Given.of(recipient, purpose, filter, LocalDate.now(clock), null);
        return Sql.list(database, row -> row.getLong(1), "select count(*) " + given.sql(), given.and())
                .getFirst();
    }

    private List<ConsentedSupporter> withEngagements(List<ConsentedSupporter> found) {
        UUID[] asked = found.stream()
                .filter(one -> one.fields().contains(FieldGroup.ENGAGEMENTS))
                .map(ConsentedSupporter::id)
                .toArray(UUID[]::new);
        if (asked.length == 0) {
            return found;
        }
        Map<UUID, List<Done>> done = new HashMap<>();
        Sql.list(
                database,
                row -> done.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Done(
                                Activity.valueOf(row.getString(2)), row.getLong(3), row.getObject(4, LocalDate.class))),
                """
                select supporter, activity, count(*), max(occurred_on) from engagement
                where supporter = any(cast(? as uuid[])) and status = 'ATTESTED'
                group by supporter, activity order by supporter, activity""",
                Stream.of(asked).map(UUID::toString).toList());
        return found.stream()
                .map(one -> one.fields().contains(FieldGroup.ENGAGEMENTS)
                        ? one.with(done.getOrDefault(one.id(), List.of()))
                        : one)
                .toList();
    }

    /** Whose consent stands, with the values of its place holders. */
    private record Given(String sql, List<Object> values) {

        static Given of(Recipient recipient, Purpose purpose, Filter filter, LocalDate today, UUID after) {
            StringBuilder sql = new StringBuilder("""
                    from consent c join supporter s on s.id = c.supporter
                    where c.recipient = ? and c.purpose = ? and c.state = 'GIVEN' and s.state = 'ACTIVE'
                      and not s.guardian_missing
                    """);
            List<Object> values = new ArrayList<>(List.of(recipient.value(), purpose.name()));
            add(sql, values, " and c.supporter = ?", filter.supporter());
            add(sql, values, """
                     and exists (select from membership m
                                 where m.scheme = ? and m.supporter = c.supporter and m.state = 'ACTIVE'
                                   and (m.valid_until is null or m.valid_until >= '%s'))""".formatted(today), filter.scheme());
            add(sql, values, " and 'PROFILE' = any(c.fields) and cast(? as text) = any(s.skills)", filter.skill());
            add(sql, values, " and c.supporter > ?", after);
            return new Given(sql.toString(), values);
        }

        private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
            Optional.ofNullable(value).ifPresent(known -> {
                sql.append(condition);
                values.add(known);
            });
        }

        Object[] and(Object... more) {
            return Stream.concat(values.stream(), Stream.of(more)).toArray();
        }
    }
}
