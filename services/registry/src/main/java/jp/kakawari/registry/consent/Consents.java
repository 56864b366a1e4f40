package jp.kakawari.registry.consent;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.terms.FieldGroup;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.web.PageRequest;

/** How all consents stand, and every step that made them so. */
@ApplicationScoped
class Consents {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final String COLUMNS = "purpose, recipient, revision, state, fields, terms, through, told_by, at";

    private final DataSource database;

    Consents(DataSource database) {
        this.database = database;
    }

    /** Which of somebody's are asked for; null asks for all. */
    record Filter(Purpose purpose, String recipient, ConsentState state) {}

    Optional<ConsentView> of(UUID supporter, Recipient recipient, Purpose purpose) {
        return Sql.list(
                        database,
                        Consents::view,
                        "select " + COLUMNS
                                + " from consent_standing where supporter = ? and recipient = ? and purpose = ?",
                        supporter,
                        recipient.value(),
                        purpose.name())
                .stream()
                .findFirst();
    }

    /** In the order of purpose and recipient. */
    List<ConsentView> page(UUID supporter, Filter filter, PageRequest page) {
        List<Object> values = new ArrayList<>();
        String where = where(supporter, filter, values);
        if (page.after().isPresent()) {
            where += " and (purpose, recipient) > (?, ?)";
            values.add(page.after().get().text(0));
            values.add(page.after().get().text(1));
        }
        values.add(page.fetch());
        return Sql.list(
                database,
                Consents::view,
                "select " + COLUMNS + " from consent_standing" + where + " order by purpose, recipient limit ?",
                values.toArray());
    }

    long count(UUID supporter, Filter filter) {
        List<Object> values = new ArrayList<>();
        String where = where(supporter, filter, values);
        return Sql.list(
                        database,
                        row -> row.getLong(1),
                        "select count(*) from consent_standing" + where,
                        values.toArray())
                .getFirst();
    }

    private static String where(UUID supporter, Filter filter, List<Object> values) {
        StringBuilder where = new StringBuilder(" where supporter = ?");
        values.add(supporter);
        if (filter.purpose() != null) {
            where.append(" and purpose = ?");
            values.add(filter.purpose().name());
        }
        if (filter.recipient() != null) {
            where.append(" and recipient = ?");
            values.add(filter.recipient());
        }
        if (filter.state() != null) {
            where.append(" and state = ?");
            values.add(filter.state().name());
        }
        return where.toString();
    }

    /** Every step, newest first. */
    List<ConsentStep> steps(UUID supporter, PageRequest page) {
        List<Object> values = new ArrayList<>(List.of(supporter));
        page.after().ifPresent(cursor -> values.add(cursor.uuid(0)));
        values.add(page.fetch());
        return Sql.list(
                database,
                Consents::step,
                "select id, " + COLUMNS.replace(", revision", "") + " from consent_history where supporter = ?"
                        + (page.after().isPresent() ? " and id < ?" : "") + " order by id desc limit ?",
                values.toArray());
    }

    long countSteps(UUID supporter) {
        return Sql.list(
                        database,
                        row -> row.getLong(1),
                        "select count(*) from consent_history where supporter = ?",
                        supporter)
                .getFirst();
    }

    /** Makes it so, and keeps the step. */
    @Transactional(MANDATORY)
    void decide(UUID supporter, Recipient recipient, Purpose purpose, Decided decided) {
        Sql.list(
                database,
                row -> null,
                """
                with decided as (
                    insert into consent (supporter, purpose, recipient, state, fields, terms, through, told_by)
                    values (?, ?, ?, ?, ?, cast(? as int), ?, cast(? as uuid))
                    on conflict (supporter, purpose, recipient) do update
                    set state = excluded.state, fields = excluded.fields, terms = excluded.terms, through = excluded.through,
                        told_by = excluded.told_by, step = excluded.step, at = excluded.at, revision = consent.revision + 1
                    returning *)
                insert into consent_history (id, at, supporter, purpose, recipient, state, fields, terms, through, told_by)
                select step, at, supporter, purpose, recipient, state, fields, terms, through, told_by from decided
                returning id""",
                supporter,
                purpose.name(),
                recipient.value(),
                decided.state().name(),
                List.of(FieldGroup.names(decided.fields())),
                decided.terms(),
                decided.through().name(),
                decided.toldBy());
    }

    /** What is decided. */
    record Decided(ConsentState state, List<FieldGroup> fields, Integer terms, Through through, UUID toldBy) {}

    /** MAIL to a municipality is kept in the tie too; answers whether that changed. */
    @Transactional(MANDATORY)
    boolean followInTie(UUID supporter, String municipality, boolean given) {
        return !Sql.list(database, row -> row.getBoolean(1), """
                        update tie set mail_consent = ?
                        where municipality = ? and supporter = ? and ended_on is null and mail_consent <> ?
                        returning true""", given, municipality, supporter, given)
                .isEmpty();
    }

    /** Whether it ever was, as the history knows. */
    boolean wasGiven(UUID supporter, Recipient recipient, Purpose purpose) {
        return !Sql.list(
                        database,
                        row -> true,
                        "select 1 from consent_history where supporter = ? and recipient = ? and purpose = ? and state = 'GIVEN' limit 1",
                        supporter,
                        recipient.value(),
                        purpose.name())
                .isEmpty();
    }

    boolean isTied(UUID supporter, String municipality) {
        return !Sql.list(
                        database,
                        row -> true,
                        "select 1 from tie where municipality = ? and supporter = ? and ended_on is null",
                        municipality,
                        supporter)
                .isEmpty();
    }

    /** What ties end with in this transaction is told through that. */
    @Transactional(MANDATORY)
    void toldThrough(Through through, UUID toldBy) {
        Sql.list(
                database,
                row -> null,
                "select set_config('kakawari.consent_through', ?, true), set_config('kakawari.consent_told_by', ?, true)",
                through.name(),
                toldBy == null ? "" : toldBy.toString());
    }

    /** Ends what ties say of mail, listed or decided; answers to whom it was given. It is told through what was said before. */
    @Transactional(MANDATORY)
    List<ConsentView> endMail(UUID supporter) {
        List<String> municipalities = Sql.list(database, row -> row.getString(1), """
                update tie set mail_consent = false
                where supporter = ? and ended_on is null and mail_consent returning municipality""", supporter);
        return Sql.list(
                database,
                Consents::view,
                "select " + COLUMNS + " from consent where supporter = ? and purpose = 'MAIL' and recipient = any(?)",
                supporter,
                municipalities);
    }

    /** Withdraws all that somebody has given; answers to whom they were. */
    @Transactional(MANDATORY)
    List<ConsentView> withdrawAll(UUID supporter, Through through, UUID toldBy) {
        return Sql.list(database, Consents::view, """
                with withdrawn as (
                    update consent set state = 'WITHDRAWN', through = ?, told_by = cast(? as uuid), step = uuidv7(), at = now(),
                        revision = revision + 1
                    where supporter = ? and state = 'GIVEN' returning *),
                recorded as (
                    insert into consent_history (id, at, supporter, purpose, recipient, state, fields, terms, through, told_by)
                    select step, at, supporter, purpose, recipient, state, fields, terms, through, told_by from withdrawn)
                select %s from withdrawn""".formatted(COLUMNS), through.name(), toldBy, supporter);
    }

    private static ConsentView view(ResultSet row) throws SQLException {
        return new ConsentView(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("recipient"),
                row.getLong("revision"),
                ConsentState.valueOf(row.getString("state")),
                fields(row),
                row.getObject("terms", Integer.class),
                Through.valueOf(row.getString("through")),
                row.getObject("told_by", UUID.class),
                at(row),
                ConsentView.ownActions(ConsentState.valueOf(row.getString("state"))));
    }

    private static ConsentStep step(ResultSet row) throws SQLException {
        return new ConsentStep(
                row.getObject("id", UUID.class),
                at(row),
                row.getString("purpose"),
                row.getString("recipient"),
                ConsentState.valueOf(row.getString("state")),
                fields(row),
                row.getObject("terms", Integer.class),
                Through.valueOf(row.getString("through")),
                row.getObject("told_by", UUID.class));
    }

    private static List<FieldGroup> fields(ResultSet row) throws SQLException {
        return FieldGroup.named(List.of((String[]) row.getArray("fields").getArray()));
    }

    private static OffsetDateTime at(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(JAPAN).toOffsetDateTime();
    }
}
