package jp.kakawari.matching.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kakawari.matching.recommendation.Words.Word;

/** A list of phrases, each standing for one or more values, found in a text where they begin and end with a word. */
final class Phrases<T> {
    private final Map<String, Set<T>> values = new HashMap<>();
    private int longest;

    void add(String phrase, T value) {
        String folded = Words.fold(phrase);
        values.computeIfAbsent(folded, unknown -> new HashSet<>()).add(value);
        longest = Math.max(longest, folded.length());
    }

    /** A phrase as it stands in the text. */
    record Found<T>(String phrase, Set<T> values) {}

    /** The longest phrase at each place where a word begins, and the phrases that a word's base form is. */
    List<Found<T>> in(Text text) {
        Set<Integer> ends = new HashSet<>();
        text.words().forEach(word -> ends.add(word.end()));
        List<Found<T>> found = new ArrayList<>();
        int after = 0;
        for (Word word : text.words()) {
            Found<T> longestHere = word.start() < after ? null : longestAt(word.start(), text.folded(), ends);
            if (longestHere != null) {
                found.add(longestHere);
                after = word.start() + longestHere.phrase().length();
            } else if (word.start() >= after && values.containsKey(word.base())) {
                found.add(new Found<>(word.base(), values.get(word.base())));
            }
        }
        return found;
    }

    private Found<T> longestAt(int start, String folded, Set<Integer> ends) {
        for (int end = Math.min(folded.length(), start + longest); end > start; end--) {
            Set<T> meant = ends.contains(end) ? values.get(folded.substring(start, end)) : null;
            if (meant != null) {
                return new Found<>(folded.substring(start, end), meant);
            }
        }
        return null;
    }
}
