package jp.kakawari.kpi.suppression;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A change with what it does to the remainders.
 *
 * @param rules positions of the rules whose remainder it changes
 * @param effects by how much it changes them
 */
record Way(int[] columns, int[] signs, int[] rules, int[] effects) {

    Way reversed() {
        return new Way(columns, negative(signs), rules, negative(effects));
    }

    /** Both at once. */
    Way and(Way other) {
        return new Way(
                joined(columns, other.columns),
                joined(signs, other.signs),
                joined(rules, other.rules),
                joined(effects, other.effects));
    }

    int effectOnColumn(int column) {
        return effect(columns, signs, column);
    }

    int effectOnRule(int rule) {
        return effect(rules, effects, rule);
    }

    private static int effect(int[] touched, int[] effects, int wanted) {
        int effect = 0;
        for (int i = 0; i < touched.length; i++) {
            effect += touched[i] == wanted ? effects[i] : 0;
        }
        return effect;
    }

    private static int[] negative(int[] numbers) {
        return IntStream.of(numbers).map(number -> -number).toArray();
    }

    private static int[] joined(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }

    /** Makes ways of changes. */
    record Maker(List<int[]> weights) {
        static Maker of(Sheet sheet) {
            return new Maker(sheet.rules().stream()
                    .map(rule -> rule.weights(sheet.counts().size()))
                    .toList());
        }

        /** The rules that the changes have to do with. */
        int[] touchedBy(List<Change> changes) {
            return IntStream.range(0, weights.size())
                    .filter(rule -> changes.stream()
                            .flatMapToInt(change -> IntStream.of(change.columns()))
                            .anyMatch(column -> weights.get(rule)[column] != 0))
                    .toArray();
        }

        /** The change with its effect, and that of what comes with it, on some of the rules. */
        Way way(Change change, Change with, int[] rules) {
            int[] effects = IntStream.of(rules)
                    .map(rule -> change.effectOn(weights.get(rule)) + with.effectOn(weights.get(rule)))
                    .toArray();
            int[] changed = IntStream.range(0, rules.length)
                    .filter(i -> effects[i] != 0)
                    .toArray();
            return new Way(
                    change.columns(),
                    change.signs(),
                    IntStream.of(changed).map(i -> rules[i]).toArray(),
                    IntStream.of(changed).map(i -> effects[i]).toArray());
        }
    }
}
