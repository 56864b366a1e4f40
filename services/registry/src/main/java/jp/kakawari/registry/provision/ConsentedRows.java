package jp.kakawari.registry.provision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.terms.FieldGroup;

/** Rows of {@code consent c join supporter s} become what the consent allows to be given. */
@ApplicationScoped
class ConsentedRows {

    static final String COLUMNS = """
            s.id, s.kind, c.fields, c.terms, c.at, c.purpose, c.step, s.personal, s.country, s.prefecture, s.home, s.interests,
            s.skills, s.mode""";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final PersonalData personalData;

    ConsentedRows(PersonalData personalData) {
        this.personalData = personalData;
    }

    ConsentedSupporter read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<FieldGroup> fields =
                FieldGroup.named(List.of((String[]) row.getArray("fields").getArray()));
        Personal personal = personalData.open(id, row.getBytes("personal"));
        return new ConsentedSupporter(
                id,
                Kind.valueOf(row.getString("kind")),
                fields,
                row.getObject("terms", Integer.class),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(JAPAN)
                        .toOffsetDateTime(),
                fields.contains(FieldGroup.NAME) ? ConsentedSupporter.Name.of(personal) : null,
                fields.contains(FieldGroup.CONTACT)
                        ? new ConsentedSupporter.Contact(personal.email(), personal.phone(), personal.snsAccount())
                        : null,
                fields.contains(FieldGroup.ADDRESS) ? address(row, personal) : null,
                fields.contains(FieldGroup.BIRTH)
                        ? new ConsentedSupporter.Birth(personal.birthDate(), personal.gender())
                        : null,
                fields.contains(FieldGroup.PROFILE) ? offer(row) : null,
                null);
    }

    private static ConsentedSupporter.Address address(ResultSet row, Personal personal) throws SQLException {
        return new ConsentedSupporter.Address(
                row.getString("country"),
                row.getString("prefecture"),
                row.getString("home"),
                personal.postalCode(),
                personal.address());
    }

    private static ConsentedSupporter.Offer offer(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        return new ConsentedSupporter.Offer(
                Sql.texts(row, row.findColumn("interests")),
                Sql.texts(row, row.findColumn("skills")),
                mode == null ? null : Mode.valueOf(mode));
    }
}
