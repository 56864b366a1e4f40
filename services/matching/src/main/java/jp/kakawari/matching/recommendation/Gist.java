package jp.kakawari.matching.recommendation;

import java.util.HashMap;
import java.util.Map;

/**
 * What a phrase is about, to be compared with another one: its terms and how much sharing each of them says.
 *
 * @param said what its words and their meanings say together; kanji only help to find kindred words
 */
record Gist(Map<String, Float> weights, double said) {

    static Gist of(String phrase) {
        Map<String, Float> weights = new HashMap<>();
        Map<String, Float> shown = new HashMap<>();
        Terms.of(Text.of(phrase)).forEach(term -> {
            weights.merge(term.key(), term.weight(), Math::max);
            if (term.shown() != null) {
                shown.merge(term.key(), term.weight(), Math::max);
            }
        });
        return new Gist(
                weights, shown.values().stream().mapToDouble(Float::doubleValue).sum());
    }

    /** How much of it the other one is about too: 1 for all of it, 0 for nothing. */
    double sharedWith(Gist other) {
        double shared = 0;
        for (Map.Entry<String, Float> term : weights.entrySet()) {
            shared += other.weights.containsKey(term.getKey()) ? term.getValue() : 0;
        }
        return said == 0 ? 0 : Math.min(1, shared / said);
    }
}
