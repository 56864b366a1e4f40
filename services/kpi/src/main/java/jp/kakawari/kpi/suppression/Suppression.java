package jp.kakawari.kpi.suppression;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Chooses which counts of a sheet to hide (秘匿): those from 1 to below the threshold, and as few and small others as keep
 * these from being worked out (complementary suppression, 二次秘匿).
 *
 * <p>For each small count, and for each small remainder of people, it finds another sheet in which that count reaches the
 * threshold while all that is told, zeros included, stays the same and all that readers know to hold still holds; what
 * differs is hidden. So a reader can neither get a hidden count back nor tell that it is small. The same counts always
 * give the same choice. The other sheet comes about by steps: people who are counted at one place instead of another, or
 * as something else there while others take their place elsewhere, each time the cheapest (after Gusfield 1988, Cox 1995,
 * with rows that hang together).
 */
public final class Suppression {
    private final Sheet sheet;
    private final Places places;
    private final int threshold;
    private final List<Bundle> bundles;
    private final OtherSheet other;
    private final Search search;

    private Suppression(Sheet sheet, Places places, int threshold) {
        this.sheet = sheet;
        this.places = places;
        this.threshold = threshold;
        BitSet[] hidden = sheet.columns().mapToObj(this::smallOnes).toArray(BitSet[]::new);
        var maker = Way.Maker.of(sheet);
        bundles = sheet.freedoms().stream()
                .map(freedom -> Bundle.of(freedom.core(), freedom.traits(), maker))
                .toList();
        other = new OtherSheet(sheet, places, hidden);
        search = new Search(places, other);
    }

    /**
     * The places where each column is hidden.
     *
     * @param threshold the smallest count, other than 0, that may be told
     */
    public static List<BitSet> of(Sheet sheet, Places places, int threshold) {
        var suppression = new Suppression(sheet, places, threshold);
        suppression.shieldColumns();
        suppression.shieldRemainders();
        return List.of(suppression.other.hidden());
    }

    private BitSet smallOnes(int column) {
        return smallOnes(sheet.counts().get(column));
    }

    private BitSet smallOnes(long[] counts) {
        BitSet small = new BitSet();
        IntStream.range(0, counts.length)
                .filter(place -> counts[place] > 0 && counts[place] < threshold)
                .forEach(small::set);
        return small;
    }

    private void shieldColumns() {
        sheet.columns()
                .forEach(column -> shield(sheet.counts().get(column), raising(way -> way.effectOnColumn(column))));
    }

    private void shieldRemainders() {
        IntStream.range(0, sheet.rules().size())
                .filter(rule -> sheet.rules().get(rule).guarded())
                .forEach(rule -> shield(
                        sheet.rules().get(rule).remainders(sheet.counts()), raising(way -> way.effectOnRule(rule))));
    }

    private List<Bundle> raising(ToIntFunction<Way> effect) {
        return bundles.stream()
                .flatMap(bundle -> bundle.raising(effect))
                .filter(Bundle::isPossible)
                .toList();
    }

    private void shield(long[] counts, List<Bundle> raising) {
        BitSet small = smallOnes(counts);
        for (int place = places.size() - 1; place >= 0; place--) {
            if (small.get(place)) {
                for (long missing = threshold - counts[place]; missing > 0; ) {
                    missing -= other.take(search.cheapest(place, raising), missing);
                }
                other.forget();
            }
        }
    }
}
