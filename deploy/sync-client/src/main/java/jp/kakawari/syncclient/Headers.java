package jp.kakawari.syncclient;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Headers of lists (見出し), which the registry tells apart by what is left without width, spaces, kana and punctuation. */
final class Headers {

    private static final Pattern PROLONGED =
            Pattern.compile("(?<=[ァ-\\u30FAーヽヾ])[-\\u2010\\u2012-\\u2015\\u2212\\u2500\\u2501]+");

    private Headers() {}

    /** The registry takes headers with the same key for the same one: ﾌﾘｶﾞﾅ, ふりがな and 「フリガナ（必須）」. */
    static String key(String header) {
        String katakana = Normalizer.normalize(header, Normalizer.Form.NFKC)
                .chars()
                .mapToObj(letter -> Character.toString(isHiragana(letter) ? letter + 0x60 : letter))
                .collect(Collectors.joining());
        return PROLONGED
                .matcher(katakana)
                .replaceAll(hyphens -> "ー".repeat(hyphens.group().length()))
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}〒]", "")
                .replaceAll("(?<=.)(必須|任意)$", "");
    }

    private static boolean isHiragana(int letter) {
        return letter >= 'ぁ' && letter <= '\u3096' || letter == 'ゝ' || letter == 'ゞ';
    }
}
