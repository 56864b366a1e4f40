package jp.kakawari.registry.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.supporter.Assurance;
import jp.kakawari.registry.supporter.MemberNumber;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.registry.supporter.TieView;

/**
 * Rows of {@code tie t join supporter s} become what the municipality sees. Whoever selects them records, in the same
 * statement or transaction, who was read.
 */
@ApplicationScoped
public class TiedSupporterRows {

    /** What a row begins with; more may follow. */
    public static final String COLUMNS = """
            s.id, s.revision, t.source_system, t.source_id, s.personal, s.kind, s.country, s.prefecture, s.home, s.interests,
            s.skills, s.mode, t.municipality, t.origins, t.stage, t.since, t.resident, t.last_active_on, t.mail_consent,
            s.registered_by, s.channel, s.assurance, t.affiliation, t.referrer,
            (select r.supporter from tie r
             where r.municipality = t.municipality and r.source_system = 'list' and r.source_id = t.referrer
               and r.supporter <> t.supporter and r.ended_on is null) as referred_by, s.languages""";

    private final PersonalData personalData;

    TiedSupporterRows(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** One row, opened for that organisation: remarks are shown to whoever noted them. */
    public TiedSupporter read(ResultSet row, UUID reader) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Personal personal = personalData.open(id, row.getBytes(5));
        String mode = row.getString(12);
        Profile profile = Profile.of(
                Kind.valueOf(row.getString(6)),
                personal,
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Sql.texts(row, 10),
                Sql.texts(row, 11),
                mode == null ? null : Mode.valueOf(mode),
                Sql.texts(row, 26));
        TieView tie = new TieView(
                row.getString(13),
                Sql.texts(row, 14).stream().map(Origin::valueOf).toList(),
                Stage.valueOf(row.getString(15)),
                row.getObject(16, LocalDate.class),
                row.getBoolean(17),
                row.getObject(18, LocalDate.class),
                row.getBoolean(19),
                row.getString(23),
                row.getString(24));
        String memberNumber = MemberNumber.SOURCE.equals(row.getString(3)) ? row.getString(4) : null;
        String ownRemarks = reader.equals(row.getObject(20, UUID.class)) ? personal.remarks() : null;
        return new TiedSupporter(
                id,
                row.getLong(2),
                memberNumber,
                row.getString(21),
                Assurance.valueOf(row.getString(22)),
                row.getObject(25, UUID.class),
                profile,
                ownRemarks,
                tie);
    }
}
