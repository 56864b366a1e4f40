package jp.kakawari.registry.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.web.PageRequest;

/** The terms of all recipients, every version. */
@ApplicationScoped
public class AllTerms {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final String NEWEST = """
            select recipient, purpose, version, fields, text, put_at from consent_terms t
            where recipient = ? and not exists (select from consent_terms newer
                where newer.recipient = t.recipient and newer.purpose = t.purpose and newer.version > t.version)
            """;

    private final DataSource database;

    AllTerms(DataSource database) {
        this.database = database;
    }

    /** Those in force. */
    public Optional<TermsView> newest(Recipient recipient, Purpose purpose) {
        return Sql.list(database, AllTerms::view, NEWEST + " and purpose = ?", recipient.value(), purpose.name())
                .stream()
                .findFirst();
    }

    Optional<TermsView> version(Recipient recipient, Purpose purpose, int version) {
        return Sql.list(database, AllTerms::view, """
                        select recipient, purpose, version, fields, text, put_at from consent_terms
                        where recipient = ? and purpose = ? and version = ?""", recipient.value(), purpose.name(), version).stream()
                .findFirst();
    }

    /** Those in force, in the order of their purposes. */
    List<TermsView> page(Recipient recipient, PageRequest page) {
        String after = page.after().map(cursor -> cursor.text(0)).orElse("");
        return Sql.list(
                database,
                AllTerms::view,
                NEWEST + " and purpose > ? order by purpose limit ?",
                recipient.value(),
                after,
                page.fetch());
    }

    long count(Recipient recipient) {
        return Sql.list(
                        database,
                        row -> row.getLong(1),
                        "select count(distinct purpose) from consent_terms where recipient = ?",
                        recipient.value())
                .getFirst();
    }

    /** Adds a version; answers whether nobody was faster. */
    boolean add(Recipient recipient, Purpose purpose, int version, TermsRequest request) {
        return !Sql.list(
                        database,
                        row -> row.getInt(1),
                        """
                        insert into consent_terms (recipient, purpose, version, fields, text) values (?, ?, ?, ?, ?)
                        on conflict do nothing returning version""",
                        recipient.value(),
                        purpose.name(),
                        version,
                        List.of(FieldGroup.names(FieldGroup.sorted(request.fields()))),
                        request.text())
                .isEmpty();
    }

    private static TermsView view(ResultSet row) throws SQLException {
        return new TermsView(
                row.getString(1),
                Purpose.valueOf(row.getString(2)),
                row.getInt(3),
                FieldGroup.named(Sql.texts(row, 4)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant().atZone(JAPAN).toOffsetDateTime(),
                List.of());
    }
}
