package jp.kakawari.japan;

/** Character widths (全角・半角) and the look-alikes that differ between encodings. Never touches kanji. */
public final class Width {

    private Width() {}

    /**
     * Full-width ASCII, the ideographic space and every kind of hyphen or minus become their ASCII form; kana and kanji
     * stay. For codes, numbers, dates and addresses of machines; not for a person's name.
     */
    public static String toAscii(String text) {
        return map(text, Width::ascii);
    }

    /** {@link #toAscii} without any white space, no-break and zero-width ones included. */
    public static String toAsciiWithoutSpaces(String text) {
        return removeSpaces(toAscii(text));
    }

    /**
     * One code point for each pair that windows-31j and JIS map differently (〜 and ～, － and −, ∥ and ‖ …), so that the
     * same text is equal whichever encoding its file came in.
     */
    public static String unify(String text) {
        return map(text, Width::unified);
    }

    /** Removes leading and trailing white space, ideographic, no-break and zero-width spaces included. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static String removeSpaces(String text) {
        int first = 0;
        while (first < text.length() && !isSpace(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first + 1; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    static boolean isSpace(char c) {
        // Kana, kanji and full-width forms, of which a list is full: no space stands behind the ideographic one. And
        // ASCII.
        if (c > '\u3000' && c != '\uFEFF' || c > ' ' && c <= '~') {
            return false;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B' // zero-width space
                || c == '\u2060' // word joiner
                || c == '\uFEFF'; // byte order mark in the middle of joined files
    }

    static boolean isHyphen(char c) {
        return switch (c) {
            case '-', '‐', '‑', '‒', '–', '—', '―', '−', '－', '─', '━', '﹣', 'ｰ' -> true;
            default -> false;
        };
    }

    private static char ascii(char c) {
        if (c >= '！' && c <= '～' && c != '－') {
            return (char) (c - 0xFEE0);
        }
        if (c == '〜') {
            return '~';
        }
        if (isHyphen(c)) {
            return '-';
        }
        return isSpace(c) && c != '\n' && c != '\r' ? ' ' : c;
    }

    private static char unified(char c) {
        return switch (c) {
            case '～' -> '〜';
            case '−' -> '－';
            case '∥' -> '‖';
            case '―' -> '—';
            case '￠' -> '¢';
            case '￡' -> '£';
            case '￢' -> '¬';
            case '￥' -> '¥';
            default -> c;
        };
    }

    private interface CharMapping {
        char of(char c);
    }

    private static String map(String text, CharMapping mapping) {
        for (int i = 0; i < text.length(); i++) {
            if (mapping.of(text.charAt(i)) != text.charAt(i)) {
                return mapFrom(i, text.toCharArray(), mapping);
            }
        }
        return text;
    }

    private static String mapFrom(int first, char[] text, CharMapping mapping) {
        for (int i = first; i < text.length; i++) {
            text[i] = mapping.of(text[i]);
        }
        return new String(text);
    }
}
