package jp.kakawari.registry.roster;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run ({@code =HYPERLINK("x")}). They are kept as text; on the way out an apostrophe is put
 * in front, as spreadsheets themselves do, and on the way in it is taken off again.
 */
public final class Formula {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][-0-9() .,]*");

    private Formula() {}

    /** The cell as a spreadsheet may open it. Numbers and phone numbers (+81 …) stay. */
    public static String defused(String cell) {
        return startsOne(cell, 0) && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #defused}. */
    static String undone(String cell) {
        return cell.startsWith("'") && startsOne(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean startsOne(String cell, int at) {
        return cell.length() > at && "=+-@＝＋－＠\t\r".indexOf(cell.charAt(at)) >= 0;
    }
}
