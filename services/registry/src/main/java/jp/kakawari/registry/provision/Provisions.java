package jp.kakawari.registry.provision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.terms.FieldGroup;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.web.PageRequest;

/** All that was given to recipients (第三者提供記録), newest first. */
@ApplicationScoped
class Provisions {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String OF_A_SUPPORTER = " from provision where supporter = ?";
    private static final String TO_A_RECIPIENT = " from provision where recipient = ?";

    private final DataSource database;

    Provisions(DataSource database) {
        this.database = database;
    }

    List<Provision> of(UUID supporter, PageRequest page) {
        return page(OF_A_SUPPORTER, supporter, page);
    }

    List<Provision> to(Recipient recipient, PageRequest page) {
        return page(TO_A_RECIPIENT, recipient.value(), page);
    }

    long countOf(UUID supporter) {
        return count(OF_A_SUPPORTER, supporter);
    }

    long countTo(Recipient recipient) {
        return count(TO_A_RECIPIENT, recipient.value());
    }

    private List<Provision> page(String from, Object whose, PageRequest page) {
        List<Object> values = new ArrayList<>(List.of(whose));
        page.after().ifPresent(cursor -> values.add(cursor.uuid(0)));
        values.add(page.fetch());
        return Sql.list(
                database,
                Provisions::provision,
                "select id, at, recipient, supporter, purpose, fields, terms, consent" + from
                        + (page.after().isPresent() ? " and id < ?" : "") + " order by id desc limit ?",
                values.toArray());
    }

    private long count(String from, Object whose) {
        return Sql.list(database, row -> row.getLong(1), "select count(*)" + from, whose)
                .getFirst();
    }

    private static Provision provision(ResultSet row) throws SQLException {
        return new Provision(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).atZoneSameInstant(JAPAN).toOffsetDateTime(),
                row.getString(3),
                row.getObject(4, UUID.class),
                Purpose.valueOf(row.getString(5)),
                FieldGroup.named(Sql.texts(row, 6)),
                row.getObject(7, Integer.class),
                row.getObject(8, UUID.class));
    }
}
