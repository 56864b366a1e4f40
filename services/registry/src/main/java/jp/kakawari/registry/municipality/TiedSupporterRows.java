package jp.kakawari.registry.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.profile.Profile;
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
               and r.supporter <> t.supporter and r.ended_on is null) as referred_by""";

    private final PersonalData personalData;

    TiedSupporterRows(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** One row, opened for that organisation: remarks are shown to whoever noted them. */
    public TiedSupporter read(Object[] row, UUID reader) {
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
                (Boolean) row[18],
                (String) row[22],
                (String) row[23]);
        String memberNumber = MemberNumber.SOURCE.equals(row[2]) ? (String) row[3] : null;
        String ownRemarks = reader.equals(row[19]) ? personal.remarks() : null;
        return new TiedSupporter(
                id,
                ((Number) row[1]).longValue(),
                memberNumber,
                (String) row[20],
                Assurance.valueOf((String) row[21]),
                (UUID) row[24],
                profile,
                ownRemarks,
                tie);
    }
}
