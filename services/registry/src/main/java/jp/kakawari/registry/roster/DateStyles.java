package jp.kakawari.registry.roster;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import jp.kakawari.registry.roster.Markup.Event;

/** Which styles of a workbook show a number as a date. */
final class DateStyles {

    private static final int MOST = 100_000;

    private final BitSet dates = new BitSet();
    private final Set<String> dateFormats = new HashSet<>();
    private int styles;

    DateStyles read(String part, InputStream in) {
        try (Markup markup = new Markup(part, in)) {
            boolean ofCells = false;
            for (Event event = markup.next(); event != Event.NOTHING; event = markup.next()) {
                if (event == Event.TEXT) {
                    continue;
                }
                boolean starts = event == Event.START;
                switch (markup.name()) {
                    case "cellXfs" -> ofCells = starts;
                    case "xf" -> style(markup, starts && ofCells);
                    case "numFmt" -> format(markup, starts);
                    default -> {
                        /* fonts, colours, borders */
                    }
                }
                if (styles > MOST || dateFormats.size() > MOST) {
                    throw new UnreadableRoster(part, "it has too many styles", "書式が多すぎます");
                }
            }
            return this;
        }
    }

    boolean isDate(String style) {
        try {
            return style != null && dates.get(Integer.parseInt(style));
        } catch (NumberFormatException | IndexOutOfBoundsException noStyle) {
            return false;
        }
    }

    private void style(Markup markup, boolean starts) {
        if (starts) {
            String format = markup.attribute("numFmtId");
            dates.set(styles++, isDateFormat(format));
        }
    }

    private void format(Markup markup, boolean starts) {
        String code = markup.attribute("formatCode");
        String id = markup.attribute("numFmtId");
        if (starts && code != null && id != null && id.length() < 10 && showsDate(code)) {
            dateFormats.add(id);
        }
    }

    /** Formats 14–17 and 22 are dates everywhere, 27–31, 36, 50–54, 57 and 58 in East Asia; 18–21, 32–35 are times. */
    private boolean isDateFormat(String id) {
        if (id == null) {
            return false;
        }
        return dateFormats.contains(id)
                || switch (id) {
                    case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36" -> true;
                    case "50", "51", "52", "53", "54", "57", "58" -> true;
                    default -> false;
                };
    }

    /** A year or a day outside quotation marks, brackets and escapes ({@code [$-411]ggge"年"m"月"d"日"}). */
    static boolean showsDate(String code) {
        String bare =
                code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return bare.matches("(?s).*([yd]|g+e).*") && !bare.contains("general") && !bare.contains("standard");
    }
}
