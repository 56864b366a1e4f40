package jp.kakawari.japan;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A person's name (氏名) as written, split where its first space is. A name without a space stays whole in
 * {@code family}, and {@code given} is empty: where to cut it is not ours to guess.
 *
 * <p>Its characters are kept as they came (髙, 﨑, 神 are not 高, 崎, 神 to those who bear them).
 */
public record PersonName(String family, String given) {

    private static final String VARIANTS = "髙高﨑崎德徳邊辺邉辺齋斎齊斉澤沢濵浜濱浜嶋島嶌島廣広國国瀨瀬眞真櫻桜惠恵榮栄條条藪薮槇槙桒桑栁柳";

    /** 清水　翔, 清水 翔, 清水翔. */
    public static PersonName split(String text) {
        String trimmed = Width.trim(text);
        for (int i = 0; i < trimmed.length(); i++) {
            if (Width.isSpace(trimmed.charAt(i))) {
                return new PersonName(trimmed.substring(0, i), Width.trim(trimmed.substring(i)));
            }
        }
        return new PersonName(trimmed, "");
    }

    /** The characters as written without any space: 清水翔. */
    public static String withoutSpaces(String text) {
        return Width.removeSpaces(text);
    }

    /**
     * A key for finding a name, not for showing it: no spaces, kana folded, widths and letter case folded, common variants
     * (髙高, 﨑崎, 邊辺 …) folded.
     */
    public static String foldedWithoutSpaces(String text) {
        String folded =
                Kana.fold(Normalizer.normalize(text, Normalizer.Form.NFKC)).replace("𠮷", "吉");
        StringBuilder key = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            int variant = VARIANTS.indexOf(c);
            if (!Width.isSpace(c)) {
                key.append(variant >= 0 && variant % 2 == 0 ? VARIANTS.charAt(variant + 1) : c);
            }
        }
        return key.toString().toUpperCase(Locale.ROOT);
    }

    /** Family and given name with one space between. */
    public String full() {
        return given.isEmpty() ? family : family + " " + given;
    }
}
