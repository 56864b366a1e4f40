package jp.kakawari.matching.recommendation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kakawari.matching.recommendation.Words.Word;

/**
 * What a text is about, from the exact to the vague: its words, words of the same meaning, and the kanji that they are
 * written with. Synonyms are the general words of Sudachi's synonym dictionary.
 */
final class Terms {
    private static final Phrases<String> SYNONYMS = load("synonyms.csv");

    private static final float WORD = 1f;
    private static final float SYNONYM = 0.6f;
    private static final float TWO_KANJI = 0.3f;
    private static final float KANJI = 0.15f;

    private Terms() {}

    /** A term, how much sharing it says, and the words that show it to a person. */
    record Term(String key, float weight, String shown) {}

    static List<Term> of(Text text) {
        List<Term> terms = new ArrayList<>();
        for (Word word : text.words()) {
            terms.add(new Term(word.base(), WORD, text.folded().substring(word.start(), word.end())));
        }
        addMeanings(terms, SYNONYMS.in(text), SYNONYM);
        addKanji(terms, text.folded());
        return terms;
    }

    private static void addMeanings(List<Term> terms, List<Phrases.Found<String>> found, float weight) {
        found.forEach(phrase -> phrase.values().forEach(value -> terms.add(new Term(value, weight, phrase.phrase()))));
    }

    private static void addKanji(List<Term> terms, String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (isKanji(folded.charAt(i))) {
                terms.add(new Term("k:" + folded.charAt(i), KANJI, null));
                if (i + 1 < folded.length() && isKanji(folded.charAt(i + 1))) {
                    terms.add(new Term("k:" + folded.substring(i, i + 2), TWO_KANJI, null));
                }
            }
        }
    }

    private static boolean isKanji(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static Phrases<String> load(String name) {
        Phrases<String> phrases = new Phrases<>();
        try (var in = new BufferedReader(
                new InputStreamReader(Terms.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            in.lines()
                    .map(line -> line.split(","))
                    .forEach(group -> Stream.of(group).forEach(word -> phrases.add(word, "s:" + group[0])));
            return phrases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
