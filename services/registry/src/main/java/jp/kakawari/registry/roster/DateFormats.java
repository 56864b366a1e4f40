package jp.kakawari.registry.roster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;

/** Which formats show a number as a date; libraries know no 和暦 ({@code [$-411]ggge"年"m"月"d"日"}). */
final class DateFormats {

    private final Map<Short, Boolean> known = new HashMap<>();

    boolean isDate(CellStyle style) {
        return style != null
                && known.computeIfAbsent(
                        style.getDataFormat(), id -> isDate(id) || showsDate(style.getDataFormatString()));
    }

    /** Formats 14–17 and 22 are dates everywhere, 27–31, 36, 50–54, 57 and 58 in East Asia; 18–21, 32–35 are times. */
    private static boolean isDate(int id) {
        return switch (id) {
            case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> true;
            default -> false;
        };
    }

    /** A year or a day outside quotation marks, brackets and escapes. */
    static boolean showsDate(String code) {
        if (code == null) {
            return false;
        }
        String bare =
                code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return bare.matches("(?s).*([yd]|g+e).*") && !bare.contains("general") && !bare.contains("standard");
    }
}
