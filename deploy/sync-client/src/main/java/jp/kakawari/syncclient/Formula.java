package jp.kakawari.syncclient;

import java.util.regex.Pattern;

/** Cells that a spreadsheet would run, and an apostrophe in front of them, as in the registry's own export. */
final class Formula {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][-0-9() .,]*");

    private Formula() {}

    /** The cell as a spreadsheet may open it. Numbers and phone numbers (+81 …) stay. */
    static String defused(String cell) {
        boolean starts = !cell.isEmpty() && "=+-@＝＋－＠\t\r".indexOf(cell.charAt(0)) >= 0;
        return starts && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
