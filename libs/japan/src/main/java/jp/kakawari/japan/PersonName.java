package jp.kakawari.japan;

/**
 * A person's name (氏名) as written, split where its first space is. A name without a space stays whole in
 * {@code family}, and {@code given} is empty: where to cut it is not ours to guess.
 *
 * <p>Its characters are kept as they came (髙, 﨑, 神 are not 高, 崎, 神 to those who bear them).
 */
public record PersonName(String family, String given) {

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
}
