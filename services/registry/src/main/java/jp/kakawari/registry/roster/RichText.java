package jp.kakawari.registry.roster;

import java.util.function.Supplier;
import jp.kakawari.registry.roster.Markup.Event;

/** The text of a cell, as workbooks have it: in one piece or in runs; the readings (ふりがな) above it left out. */
final class RichText {

    private RichText() {}

    /** Reads up to the end of the element that has just started; with runs, only what stands in {@code <t>}. */
    static String of(Markup markup, boolean runs, int longest, Supplier<UnreadableRoster> tooLong) {
        StringBuilder text = new StringBuilder();
        String element = markup.name();
        boolean counts = !runs;
        boolean reading = false;
        for (Event event = markup.next(); ; event = markup.next()) {
            if (event == Event.NOTHING) {
                throw markup.broken();
            } else if (event == Event.TEXT) {
                if (counts && !reading) {
                    text.append(markup.text());
                }
            } else if (event == Event.END && markup.name().equals(element)) {
                return text.toString();
            } else if (runs && markup.name().equals("t")) {
                counts = event == Event.START;
            } else if (markup.name().equals("rPh")) {
                reading = event == Event.START;
            }
            if (text.length() > longest) {
                throw tooLong.get();
            }
        }
    }
}
