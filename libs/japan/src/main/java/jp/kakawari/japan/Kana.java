package jp.kakawari.japan;

import java.text.Normalizer;

/** Kana (フリガナ) in one form. */
public final class Kana {

    private Kana() {}

    /**
     * Half-width kana and hiragana become full-width katakana with their voiced marks composed (ﾀﾞｲすけ → ダイスケ), a hyphen
     * after a kana becomes the prolonged mark (スーパ－ → スーパー), full-width ASCII becomes ASCII, runs of spaces become one.
     */
    public static String fold(String text) {
        String composed = Normalizer.normalize(combining(text), Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            char last = folded.isEmpty() ? ' ' : folded.charAt(folded.length() - 1);
            if (Width.isSpace(c)) {
                if (last != ' ') {
                    folded.append(' ');
                }
            } else if (Width.isHyphen(c) && isKatakana(last)) {
                folded.append('ー');
            } else {
                folded.append(katakana(c));
            }
        }
        return folded.toString().strip();
    }

    /** Whether the text has nothing but katakana, prolonged marks, middle dots and spaces. */
    public static boolean isKatakana(String text) {
        return text.chars().allMatch(c -> isKatakana((char) c) || c == ' ' || c == '・');
    }

    // The spacing marks ゛ ゜ would normalise to a space and a mark; as combining marks they join the kana before them.
    private static String combining(String text) {
        return text.replace('゛', '\u3099').replace('゜', '\u309A');
    }

    private static char katakana(char c) {
        boolean hiragana = c >= 'ぁ' && c <= 'ゖ' || c == 'ゝ' || c == 'ゞ';
        return hiragana ? (char) (c + 0x60) : c;
    }

    private static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ヺ' || c == 'ー' || c == 'ヽ' || c == 'ヾ';
    }
}
