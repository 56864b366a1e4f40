package jp.kakawari.registry.membershiplist;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.japan.Width;
import jp.kakawari.registry.roster.Cells;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Columns;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.supporter.MemberNumber;

/** Reads the rows of a list of memberships under one header, or says everything that is wrong with a row. */
final class MembershipReader {

    private static final Set<Column> ALL = EnumSet.of(
            Column.SCHEME,
            Column.MEMBER_NUMBER,
            Column.MEMBERSHIP_NUMBER,
            Column.TIER,
            Column.JOINED_ON,
            Column.VALID_UNTIL,
            Column.STATE,
            Column.ENDED_ON);

    /** A bare 番号 may well be the card's, or that of the line. */
    private static final Set<String> AMBIGUOUS = Set.of("登録番号", "登録No", "登録ID", "管理番号", "番号", "No", "ID");

    /** Of one scheme that the sender names, or of the schemes that the rows name. */
    static final Columns OF_ONE_SCHEME =
            new Columns(ALL, AMBIGUOUS, List.of(List.of(Column.MEMBERSHIP_NUMBER), List.of(Column.MEMBER_NUMBER)));

    static final Columns OF_ANY_SCHEME = new Columns(
            ALL,
            AMBIGUOUS,
            List.of(List.of(Column.MEMBERSHIP_NUMBER), List.of(Column.MEMBER_NUMBER), List.of(Column.SCHEME)));

    private static final LocalDate EARLIEST = LocalDate.of(1868, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private final Header header;
    private final LocalDate today;

    /** @param today the last day on which anybody can have joined or left */
    MembershipReader(Header header, LocalDate today) {
        this.header = header;
        this.today = today;
    }

    /**
     * What a row turned out to be.
     *
     * @param row whatever could be read, to know of whom it speaks; null where its columns are shifted
     * @param reasons all that is wrong with it, empty where nothing is
     */
    record Reading(MembershipRow row, List<Reason> reasons) {}

    Reading read(Row row) {
        Cells cells = new Cells(header, row);
        if (!cells.fit()) {
            return new Reading(null, List.of(Reason.WRONG_NUMBER_OF_COLUMNS));
        }
        MembershipRow read = read(cells);
        return new Reading(read, cells.reasons());
    }

    private MembershipRow read(Cells cells) {
        String memberNumber = MemberNumber.fold(cells.number(Column.MEMBER_NUMBER));
        if (memberNumber.isEmpty()) {
            cells.wrong(Reason.MISSING_MEMBER_NUMBER);
        }
        String number = Width.toAsciiWithoutSpaces(cells.number(Column.MEMBERSHIP_NUMBER));
        if (number.isEmpty()) {
            cells.wrong(Reason.MISSING_MEMBERSHIP_NUMBER);
        }
        String tier = plain(cells, Column.TIER);
        LocalDate endedOn = past(cells, Column.ENDED_ON);
        return new MembershipRow(
                plain(cells, Column.SCHEME),
                memberNumber,
                number,
                tier.isEmpty() ? null : tier,
                past(cells, Column.JOINED_ON),
                validity(cells),
                state(cells, endedOn),
                endedOn);
    }

    private static String plain(Cells cells, Column column) {
        return Normalizer.normalize(cells.limited(column, 100), Normalizer.Form.NFKC);
    }

    private LocalDate past(Cells cells, Column column) {
        LocalDate day = cells.date(column, Reason.IMPOSSIBLE_DATE);
        if (day != null && day.isAfter(today)) {
            cells.wrong(Reason.DATE_IN_FUTURE);
        } else if (day != null && day.isBefore(EARLIEST)) {
            cells.wrong(Reason.IMPOSSIBLE_DATE);
        }
        return day;
    }

    private static Validity validity(Cells cells) {
        Validity validity = cells.parsed(Column.VALID_UNTIL, Reason.IMPOSSIBLE_DATE, Validity::parse);
        if (validity != null
                && validity.lastDay() != null
                && (validity.lastDay().isBefore(EARLIEST) || validity.lastDay().isAfter(LATEST))) {
            cells.wrong(Reason.IMPOSSIBLE_DATE);
        }
        return validity;
    }

    /** A day on which it ended says that it ended. */
    private static StateWord state(Cells cells, LocalDate endedOn) {
        String text = cells.of(Column.STATE);
        if (text.isEmpty()) {
            return endedOn == null ? null : new StateWord(Ending.WITHDREW);
        }
        Optional<StateWord> word = StateWord.of(text);
        if (word.isEmpty()) {
            cells.wrong(Reason.UNKNOWN_STATE);
        } else if (word.get().because() == null && endedOn != null) {
            cells.wrong(Reason.STATE_CONTRADICTS);
        }
        return word.orElse(null);
    }
}
