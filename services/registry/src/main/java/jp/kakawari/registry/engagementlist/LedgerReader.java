package jp.kakawari.registry.engagementlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.japan.Width;
import jp.kakawari.registry.roster.Cells;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Columns;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.roster.Words;
import jp.kakawari.registry.supporter.MemberNumber;

/** Reads the rows of a ledger under one header, or says everything that is wrong with a row. */
final class LedgerReader {

    /** In a ledger a bare 番号 may well be the transaction's, or that of the line. */
    static final Columns COLUMNS = new Columns(
            EnumSet.of(
                    Column.MEMBER_NUMBER,
                    Column.TRANSACTION,
                    Column.OCCURRED_ON,
                    Column.ACTIVITY,
                    Column.AMOUNT,
                    Column.POINTS,
                    Column.QUANTITY,
                    Column.UNIT,
                    Column.CONTACT),
            Set.of("登録番号", "登録No", "登録ID", "管理番号", "番号", "No", "ID"),
            List.of(
                    List.of(Column.TRANSACTION),
                    List.of(Column.MEMBER_NUMBER),
                    List.of(Column.OCCURRED_ON),
                    List.of(Column.ACTIVITY)));

    private static final LocalDate EARLIEST = LocalDate.of(1868, 1, 1);

    private final Header header;
    private final LocalDate today;

    /** @param today the last day that can be told of */
    LedgerReader(Header header, LocalDate today) {
        this.header = header;
        this.today = today;
    }

    /**
     * What a row turned out to be.
     *
     * @param row whatever could be read, to know of whom it speaks; null where its columns are shifted
     * @param reasons all that is wrong with it, empty where nothing is
     */
    record Reading(LedgerRow row, List<Reason> reasons) {}

    Reading read(Row row) {
        Cells cells = new Cells(header, row);
        if (!cells.fit()) {
            return new Reading(null, List.of(Reason.WRONG_NUMBER_OF_COLUMNS));
        }
        LedgerRow read = read(cells);
        return new Reading(read, cells.reasons());
    }

    private LedgerRow read(Cells cells) {
        String transaction = Width.toAsciiWithoutSpaces(cells.limited(Column.TRANSACTION, 200));
        if (transaction.isEmpty()) {
            cells.wrong(Reason.MISSING_TRANSACTION);
        }
        String memberNumber = MemberNumber.fold(cells.number(Column.MEMBER_NUMBER));
        if (memberNumber.isEmpty()) {
            cells.wrong(Reason.MISSING_MEMBER_NUMBER);
        }
        Optional<ActivityWord> word = ActivityWord.of(cells.of(Column.ACTIVITY));
        if (word.isEmpty()) {
            cells.wrong(Reason.UNKNOWN_ACTIVITY);
        }
        Optional<Quantity> quantity =
                quantity(cells, word.isPresent() && word.get().redeems());
        return new LedgerRow(
                transaction,
                memberNumber,
                occurredOn(cells),
                word.map(ActivityWord::activity).orElse(Activity.NOTHING_SPECIAL),
                quantity.map(Quantity::number).orElse(null),
                quantity.map(Quantity::unit).orElse(null),
                contactRefused(cells));
    }

    private LocalDate occurredOn(Cells cells) {
        LocalDate day = cells.date(Column.OCCURRED_ON, Reason.IMPOSSIBLE_DATE);
        if (cells.of(Column.OCCURRED_ON).isEmpty()) {
            cells.wrong(Reason.MISSING_DATE);
        } else if (day != null && day.isAfter(today)) {
            cells.wrong(Reason.DATE_IN_FUTURE);
        } else if (day != null && day.isBefore(EARLIEST)) {
            cells.wrong(Reason.IMPOSSIBLE_DATE);
        }
        return day;
    }

    /** The one quantity of the row; points that are used count below zero, however they are written. */
    private static Optional<Quantity> quantity(Cells cells, boolean redeems) {
        List<Column> filled = List.of(Column.AMOUNT, Column.POINTS, Column.QUANTITY).stream()
                .filter(column -> !cells.of(column).isEmpty())
                .toList();
        if (filled.size() > 1) {
            cells.wrong(Reason.SEVERAL_QUANTITIES);
        }
        if (filled.size() != 1) {
            return Optional.empty();
        }
        Quantity read = cells.parsed(filled.getFirst(), Reason.MALFORMED_QUANTITY, Quantity::parse);
        if (read == null) {
            return Optional.empty();
        }
        Unit unit = unit(cells, filled.getFirst(), read.unit());
        boolean points = unit == Unit.POINTS;
        if (read.number().signum() < 0 && !points) {
            cells.wrong(Reason.NEGATIVE_QUANTITY);
        }
        BigDecimal number = redeems && points ? read.number().abs().negate() : read.number();
        return Optional.of(new Quantity(number, unit));
    }

    /** As the unit's own column says, the cell, or the header; where two say something it must be the same. */
    private static Unit unit(Cells cells, Column column, Unit inCell) {
        Unit said = cells.parsed(Column.UNIT, Reason.UNKNOWN_UNIT, Quantity::unit);
        if (said != null && inCell != null && said != inCell) {
            cells.wrong(Reason.UNKNOWN_UNIT);
        }
        if (said != null || inCell != null) {
            return said != null ? said : inCell;
        }
        if (column == Column.QUANTITY) {
            cells.wrong(Reason.UNKNOWN_UNIT);
        }
        return column == Column.POINTS ? Unit.POINTS : Unit.YEN;
    }

    /** An empty cell says nothing. */
    private static boolean contactRefused(Cells cells) {
        String text = cells.of(Column.CONTACT);
        if (text.isEmpty()) {
            return false;
        }
        Optional<Boolean> consent = Words.consent(text);
        if (consent.isEmpty()) {
            cells.wrong(Reason.UNKNOWN_CONTACT_WORD);
        }
        return !consent.orElse(false);
    }
}
