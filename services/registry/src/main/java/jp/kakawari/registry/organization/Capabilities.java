package jp.kakawari.registry.organization;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kakawari.japan.Kana;
import jp.kakawari.japan.Width;

/**
 * What an organisation can do in free words (できることリスト), and how that is found: by any part of any of them, whatever the
 * width, case or kana. Single characters and pairs narrow it down in an index, the folded text decides.
 */
record Capabilities(List<String> words) {

    Capabilities {
        words = words.stream().map(Width::trim).distinct().toList();
    }

    /** One a line. */
    String text() {
        return words.stream().map(Capabilities::folded).collect(Collectors.joining("\n"));
    }

    List<String> grams() {
        TreeSet<String> grams = new TreeSet<>();
        words.forEach(word -> grams.addAll(grams(folded(word))));
        return List.copyOf(grams);
    }

    static String folded(String text) {
        return Width.toAsciiWithoutSpaces(Kana.fold(text)).toLowerCase(Locale.ROOT);
    }

    /** Each character of a folded text and each pair of neighbours. */
    static TreeSet<String> grams(String folded) {
        int[] characters = folded.codePoints().toArray();
        TreeSet<String> grams = new TreeSet<>();
        for (int i = 0; i < characters.length; i++) {
            grams.add(new String(characters, i, 1));
            if (i + 1 < characters.length) {
                grams.add(new String(characters, i, 2));
            }
        }
        return grams;
    }
}
