package jp.kakawari.kpi.suppression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A sheet that a reader can't tell from the true one: it differs only where counts are hidden. Steps make it differ more
 * and hide what they touch.
 */
final class OtherSheet {
    static final long IMPOSSIBLE = Long.MAX_VALUE / 4;
    private static final long LAST_RESORT = 1L << 56;

    private final Sheet sheet;
    private final Places places;
    private final BitSet[] hidden;
    private final long[][] counts;
    private final long[][] remainders;
    private final List<Runnable> taken = new ArrayList<>();

    OtherSheet(Sheet sheet, Places places, BitSet[] hidden) {
        this.sheet = sheet;
        this.places = places;
        this.hidden = hidden;
        counts = sheet.counts().stream().map(long[]::clone).toArray(long[][]::new);
        remainders = sheet.rules().stream()
                .map(rule -> rule.remainders(sheet.counts()))
                .toArray(long[][]::new);
    }

    BitSet[] hidden() {
        return hidden;
    }

    /**
     * What readers lose when the row of a place changes that way, or the reverse of it: nothing where all is hidden already.
     * Told zeros are sacred; only where distinct people don't add up, so that there is no other way, one of them is hidden.
     *
     * @param direction 1, or -1 for the reverse
     * @param alone whether the place above stays as it is
     */
    long price(int place, Way way, int direction, boolean alone) {
        long price = 0;
        for (int i = 0; i < way.columns().length; i++) {
            int column = way.columns()[i];
            boolean raised = way.signs()[i] == direction;
            if (room(place, column, raised, alone) <= 0) {
                return IMPOSSIBLE;
            }
            if (!hidden[column].get(place)) {
                price += raised && counts[column][place] == 0 ? LAST_RESORT : worth(column, place);
            }
        }
        for (int i = 0; i < way.rules().length; i++) {
            if (remainders[way.rules()[i]][place] + direction * way.effects()[i] < 0) {
                return IMPOSSIBLE;
            }
        }
        return price;
    }

    /** The same, all along a step; where it reaches the limit it may be more. */
    long price(Way way, Step step, long limit) {
        int above = places.parent(step.top());
        long price = 0;
        for (int place = step.leaf(); place != above && price < limit; place = places.parent(place)) {
            price += price(place, way, 1, place == step.top());
        }
        for (int place = step.firstPartner(above); place != above && price < limit; place = places.parent(place)) {
            price += price(place, way, -1, places.parent(place) == above);
        }
        return price;
    }

    private long worth(int column, int place) {
        return Math.max(1, (1 + counts[column][place]) * places.weight(place) * sheet.worth(column));
    }

    /** By how much the count may differ, for all that a reader can tell: to 1, or to that of the place above. */
    private long room(int place, int column, boolean raised, boolean alone) {
        if (!raised) {
            return counts[column][place] - Math.min(1, sheet.counts().get(column)[place]);
        }
        return alone && !places.isWhole(place)
                ? counts[column][places.parent(place)] - counts[column][place]
                : IMPOSSIBLE;
    }

    /** Takes the step as often as it can be taken, and tells how often. */
    long take(Step step, long most) {
        int above = places.parent(step.top());
        long times = most;
        for (int place = step.leaf(); place != above; place = places.parent(place)) {
            times = Math.min(times, times(place, step.way(), 1, place == step.top()));
        }
        for (int place = step.firstPartner(above); place != above; place = places.parent(place)) {
            times = Math.min(times, times(place, step.way(), -1, places.parent(place) == above));
        }
        for (int place = step.leaf(); place != above; place = places.parent(place)) {
            change(place, step.way(), times);
        }
        for (int place = step.firstPartner(above); place != above; place = places.parent(place)) {
            change(place, step.way(), -times);
        }
        return times;
    }

    private long times(int place, Way way, int direction, boolean alone) {
        long times = IMPOSSIBLE;
        for (int i = 0; i < way.columns().length; i++) {
            times = Math.min(times, room(place, way.columns()[i], way.signs()[i] == direction, alone));
        }
        for (int i = 0; i < way.rules().length; i++) {
            int effect = direction * way.effects()[i];
            if (effect < 0) {
                times = Math.min(times, remainders[way.rules()[i]][place] / -effect);
            }
        }
        return times;
    }

    private void change(int place, Way way, long times) {
        move(place, way, times);
        taken.add(() -> move(place, way, -times));
        for (int column : way.columns()) {
            hidden[column].set(place);
        }
    }

    private void move(int place, Way way, long times) {
        for (int i = 0; i < way.columns().length; i++) {
            counts[way.columns()[i]][place] += times * way.signs()[i];
        }
        for (int i = 0; i < way.rules().length; i++) {
            remainders[way.rules()[i]][place] += times * way.effects()[i];
        }
    }

    /** Puts it back to what is really counted. */
    void forget() {
        taken.forEach(Runnable::run);
        taken.clear();
    }
}
