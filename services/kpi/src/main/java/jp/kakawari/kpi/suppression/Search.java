package jp.kakawari.kpi.suppression;

import java.util.List;

/** Finds the cheapest step that raises something at a place. */
final class Search {
    private final Places places;
    private final OtherSheet other;
    private Step best;
    private Bundle bundle;

    Search(Places places, OtherSheet other) {
        this.places = places;
        this.other = other;
    }

    Step cheapest(int place, List<Bundle> raising) {
        best = new Step(null, Step.NOBODY, Step.NOBODY, Step.NOBODY, OtherSheet.IMPOSSIBLE);
        for (Bundle next : raising) {
            bundle = next;
            places.leaves(place).forEach(leaf -> climb(leaf, place, next.core()));
            if (best.price() == 0) {
                break;
            }
        }
        if (best.way() == null) {
            throw new IllegalStateException("no change of the sheet raises what is small at place " + place);
        }
        return best;
    }

    /** Looks for a partner beside each place on the way up, from the one that is to be raised. */
    private void climb(int leaf, int raised, Way way) {
        long below = 0;
        boolean wideEnough = false;
        for (int place = leaf; below < best.price(); place = places.parent(place)) {
            wideEnough |= place == raised;
            if (places.isWhole(place)) {
                offer(new Step(way, leaf, place, Step.NOBODY, below + other.price(place, way, 1, true)));
                return;
            }
            if (wideEnough) {
                long price = below + other.price(place, way, 1, true);
                for (int neighbour : places.children(places.parent(place))) {
                    if (neighbour != place && price < best.price()) {
                        descend(neighbour, new Step(way, leaf, place, neighbour, price), true);
                    }
                }
            }
            below += other.price(place, way, 1, false);
        }
    }

    /** Takes the partner further down, to each of the smallest places that lie in it. */
    private void descend(int partner, Step step, boolean alone) {
        long price = step.price() + other.price(partner, step.way(), -1, alone);
        if (price < best.price()) {
            var next = new Step(step.way(), step.leaf(), step.top(), partner, price);
            if (places.isLeaf(partner)) {
                offer(next);
            }
            for (int child : places.children(partner)) {
                descend(child, next, false);
            }
        }
    }

    /** Adds the cheapest trait of each list. */
    private void offer(Step core) {
        Step step = core;
        for (List<Way> traits : bundle.traits()) {
            Way cheapest = null;
            long least = best.price() - step.price();
            for (Way trait : traits) {
                long price = other.price(trait, step, least);
                if (price < least) {
                    least = price;
                    cheapest = trait;
                }
            }
            if (cheapest == null) {
                return;
            }
            step = step.with(cheapest, least);
        }
        if (step.price() < best.price()) {
            best = step;
        }
    }
}
