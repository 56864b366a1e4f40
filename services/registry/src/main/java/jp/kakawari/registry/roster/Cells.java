package jp.kakawari.registry.roster;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.kakawari.japan.EraDate;
import jp.kakawari.japan.Width;

/** The cells of one row by what their columns mean, and everything that turns out to be wrong with them. */
public final class Cells {

    private static final int LONGEST_NUMBER = 64;

    private final Header header;
    private final List<String> row;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    public Cells(Header header, Row row) {
        this.header = header;
        this.row = row.cells();
    }

    /** Excel may add empty cells at the end of a row; what is missing cannot be told apart from what is shifted. */
    public boolean fit() {
        int columns = header.names().size();
        return row.size() == columns
                || row.size() > columns
                        && row.subList(columns, row.size()).stream()
                                .allMatch(cell -> Width.trim(cell).isEmpty());
    }

    /** Without the blanks around it; empty where there is no such column. */
    public String of(Column column) {
        return Formula.undone(Width.trim(header.cell(row, column)));
    }

    /** No longer than that; what is longer is wrong. */
    public String limited(Column column, int longest) {
        return limited(column, longest, Reason.TOO_LONG);
    }

    /** Of a member or a membership: of one that is too long nobody knows whose it is. */
    public String number(Column column) {
        return limited(column, LONGEST_NUMBER, Reason.NUMBER_TOO_LONG);
    }

    private String limited(Column column, int longest, Reason otherwise) {
        String text = of(column);
        if (text.length() > longest) {
            wrong(otherwise);
            return text.substring(0, longest);
        }
        return text;
    }

    /** Null for an empty cell, and for one that can't be read, which is wrong for that reason. */
    public <T> T parsed(Column column, Reason otherwise, Function<String, T> parser) {
        String text = of(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException unreadable) {
            wrong(otherwise);
            return null;
        }
    }

    public LocalDate date(Column column, Reason otherwise) {
        return parsed(column, otherwise, EraDate::parse);
    }

    public void wrong(Reason reason) {
        reasons.add(reason);
    }

    /** All that is wrong with the row, empty where nothing is. */
    public List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
