package jp.kakawari.registry.export;

import java.nio.charset.Charset;
import java.text.Normalizer;

/**
 * Text in the characters that windows-31j has. What only looks different there (〜 and ～, − and －) is exchanged and comes
 * back the same; what it lacks becomes a geta mark (〓), and that is said.
 */
final class Windows31j {

    private static final String OURS = "〜−‖—¢£¬¥\u00A0";
    private static final String THEIRS = "～－∥―￠￡￢￥ ";

    private static final Charset CHARSET = Charset.forName("windows-31j");

    /** A text that can be encoded, and whether a character had to be given up for it. */
    record Written(String text, boolean lost) {}

    private Windows31j() {}

    static Written write(String text) {
        return comesBack(text) ? new Written(text, false) : exchanged(composed(text));
    }

    private static Written exchanged(String text) {
        StringBuilder written = new StringBuilder(text.length());
        boolean lost = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            int place = OURS.indexOf(character);
            if (place >= 0) {
                written.append(THEIRS.charAt(place));
            } else if (comesBack(Character.toString(character))) {
                written.appendCodePoint(character);
            } else {
                lost = true;
                written.append(isVariationSelector(character) ? "" : "〓");
            }
        }
        return new Written(written.toString(), lost);
    }

    /** An encoder alone would take ¥ for a backslash and say nothing. */
    private static boolean comesBack(String text) {
        return new String(text.getBytes(CHARSET), CHARSET).equals(text);
    }

    /** か and a combining ゛ are が. Nothing else is composed: that would exchange the 神 of a name for 神. */
    private static String composed(String text) {
        StringBuilder composed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean voices = (c == '\u3099' || c == '\u309A') && !composed.isEmpty();
            String voiced = voices ? voiced(composed.charAt(composed.length() - 1), c) : null;
            if (voiced == null) {
                composed.append(c);
            } else {
                composed.setLength(composed.length() - 1);
                composed.append(voiced);
            }
        }
        return composed.toString();
    }

    private static String voiced(char kana, char mark) {
        String both = Normalizer.normalize("" + kana + mark, Normalizer.Form.NFC);
        return both.length() == 1 ? both : null;
    }

    /** It says which glyph of the character before it is meant; the character itself stays. */
    private static boolean isVariationSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0100 && character <= 0xE01EF;
    }
}
