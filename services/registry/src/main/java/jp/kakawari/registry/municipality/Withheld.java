package jp.kakawari.registry.municipality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sums of so few people are told to nobody who doesn't see each of them (秘匿), as in every published figure. */
public final class Withheld {

    private static final long LEAST_SHOWN = 10;
    private static final long LEAST_TOGETHER = 20;

    private Withheld() {}

    /** Whether a sum is withheld: 1 to 9 are, none is told. */
    public static boolean is(long people) {
        return people > 0 && people < LEAST_SHOWN;
    }

    /**
     * Counts of which the sum may be known: null where one is withheld. With one that is few others are withheld until they are
     * two or more and together so many that each could still be several numbers. Which others is a matter of place, not of
     * size, so that the choice tells nothing either.
     */
    public static List<Long> among(List<Long> counts) {
        Set<Integer> withheld = IntStream.range(0, counts.size())
                .filter(place -> is(counts.get(place)))
                .boxed()
                .collect(Collectors.toSet());
        while (!withheld.isEmpty() && (withheld.size() < 2 || together(counts, withheld) < LEAST_TOGETHER)) {
            Optional<Integer> next = IntStream.range(0, counts.size())
                    .boxed()
                    .filter(place -> !withheld.contains(place))
                    .min(Comparator.comparing(place -> counts.get(place) == 0));
            if (next.isEmpty()) {
                break;
            }
            withheld.add(next.get());
        }
        return IntStream.range(0, counts.size())
                .mapToObj(place -> withheld.contains(place) ? null : counts.get(place))
                .toList();
    }

    private static long together(List<Long> counts, Set<Integer> places) {
        return places.stream().mapToLong(counts::get).sum();
    }

    /** The same to whole tens, for whoever may ask about any part of it: what two answers differ by tells no few. */
    public static Long inTens(long people) {
        return is(people) ? null : Long.valueOf(people - people % LEAST_SHOWN);
    }
}
