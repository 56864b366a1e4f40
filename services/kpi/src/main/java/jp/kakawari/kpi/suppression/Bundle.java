package jp.kakawari.kpi.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A change, and what may come with it: of each list of traits one, none of which has to do with those of another list, so
 * that the cheapest of each list makes the cheapest of all.
 */
record Bundle(Way core, List<List<Way>> traits) {

    static Bundle of(Change core, List<List<Change>> traits, Way.Maker maker) {
        List<List<Way>> ways = new ArrayList<>();
        int[] left = IntStream.range(0, maker.weights().size()).toArray();
        for (List<Change> trait : traits) {
            int[] rules = maker.touchedBy(trait);
            int[] before = left;
            left = IntStream.of(before).filter(rule -> !contains(rules, rule)).toArray();
            if (before.length - left.length < rules.length) {
                throw new IllegalArgumentException("a rule has to do with two lists of traits");
            }
            ways.add(Stream.concat(Stream.of(Change.of()), trait.stream())
                    .map(change -> maker.way(change, core, rules))
                    .toList());
        }
        return new Bundle(maker.way(core, Change.of(), left), ways);
    }

    private static boolean contains(int[] numbers, int wanted) {
        return Arrays.stream(numbers).anyMatch(number -> number == wanted);
    }

    /** What of it raises something, as it is or reversed, whichever does. */
    Stream<Bundle> raising(ToIntFunction<Way> effect) {
        int ofCore = effect.applyAsInt(core);
        if (ofCore != 0) {
            return Stream.of(towards(ofCore, traits));
        }
        return IntStream.range(0, traits.size())
                .boxed()
                .flatMap(list -> Stream.of(1, -1)
                        .map(sign -> only(list, way -> Integer.signum(effect.applyAsInt(way)) == sign, sign)));
    }

    private Bundle only(int list, Predicate<Way> raises, int sign) {
        List<List<Way>> some = new ArrayList<>(traits);
        some.set(list, traits.get(list).stream().filter(raises).toList());
        return towards(sign, some);
    }

    private Bundle towards(int sign, List<List<Way>> some) {
        return sign > 0
                ? new Bundle(core, some)
                : new Bundle(
                        core.reversed(),
                        some.stream()
                                .map(list -> list.stream().map(Way::reversed).toList())
                                .toList());
    }

    boolean isPossible() {
        return traits.stream().noneMatch(List::isEmpty);
    }
}
