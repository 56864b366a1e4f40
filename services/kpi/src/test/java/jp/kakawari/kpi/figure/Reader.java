package jp.kakawari.kpi.figure;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.place.Areas;
import org.apache.commons.math3.optim.linear.Relationship;

/**
 * Somebody who has read all periods, knows what the figures mean and wants to know more: whatever follows from the told
 * counts, their sums over places and months, and from who is part of whom, taken together (linear programming).
 */
final class Reader {
    private record Place(int area, Key key) {}

    /** A linear function of the counts of a place: told ones are numbers by now. */
    private record Known(Map<Key, Integer> terms, boolean people) {}

    private final SmallWorld world;
    private final Map<Key, Column> told;
    private final Map<Place, Integer> unknown = new HashMap<>();
    private final Unknowns unknowns;
    private final List<Known> atLeastNothing = new ArrayList<>();
    private final List<Map<Key, Integer>> nothing = new ArrayList<>();

    Reader(SmallWorld world, Map<Key, Column> told) {
        this.world = world;
        this.told = told;
        for (int area : SmallWorld.places()) {
            for (Key key : world.keys()) {
                if (told.get(key).cell(area).suppressed()) {
                    unknown.put(new Place(area, key), unknown.size());
                }
            }
        }
        unknowns = new Unknowns(unknown.keySet().stream()
                .sorted(Comparator.comparing(unknown::get))
                .mapToDouble(this::count)
                .toArray());
        learnWhatFiguresMean();
        world.keys().forEach(this::placesAddUp);
        for (int area : SmallWorld.places()) {
            nothing.forEach(terms -> constrain(row(area, terms), Relationship.EQ));
            atLeastNothing.forEach(known -> constrain(row(area, known.terms), Relationship.GEQ));
        }
    }

    private void learnWhatFiguresMean() {
        Map<Key, Integer> old = new HashMap<>(Map.of(Key.now(Measure.TIES), 1));
        world.years.forEach(year -> old.put(Key.of(Measure.NEW_TIES, year), -1));
        atLeastNothing.add(new Known(old, true));
        some(Key.now(Measure.PEOPLE), Key.now(Measure.TIES), false);
        Map<Key, Integer> notAccepted = new HashMap<>();
        for (int i = 0; i < world.years.size(); i++) {
            Period year = world.years.get(i);
            monthsAddUp(year);
            classes(year, i == 0 ? null : world.years.get(i - 1));
            participants(year);
            for (Period month : year.months()) {
                notAccepted.put(Key.of(Measure.APPLICATIONS, month), 1);
                notAccepted.put(Key.of(Measure.ACCEPTANCES, month), -1);
                atLeastNothing.add(new Known(Map.copyOf(notAccepted), false));
            }
        }
    }

    private void some(Key some, Key all, boolean people) {
        atLeastNothing.add(new Known(Map.of(all, 1, some, -1), people));
    }

    private void monthsAddUp(Period year) {
        for (Measure flow :
                List.of(Measure.NEW_TIES, Measure.APPLICATIONS, Measure.ACCEPTANCES, Measure.PARTICIPATIONS)) {
            Map<Key, Integer> terms = year.months().stream().collect(toMap(month -> Key.of(flow, month), _ -> 1));
            terms.put(Key.of(flow, year), -1);
            nothing.add(terms);
        }
    }

    private void classes(Period year, Period before) {
        for (boolean ever : new boolean[] {true, false}) {
            Map<Key, Integer> terms =
                    SmallWorld.VISITS.stream().collect(toMap(measure -> new Key(measure, year, ever), _ -> 1));
            terms.put(new Key(Measure.VISITING, year, ever), -1);
            nothing.add(terms);
        }
        Map<Key, Integer> within = new HashMap<>();
        Map<Key, Integer> since = new HashMap<>();
        for (Measure kind : SmallWorld.VISITS) {
            within.put(Key.toDate(kind, year), 1);
            within.put(Key.of(kind, year), -1);
            boolean people = kind == SmallWorld.VISITS.getFirst() || kind == SmallWorld.VISITS.getLast();
            atLeastNothing.add(new Known(Map.copyOf(within), people));
            if (before != null) {
                since.put(Key.toDate(kind, year), 1);
                since.put(Key.toDate(kind, before), -1);
                atLeastNothing.add(new Known(Map.copyOf(since), people));
            }
        }
        for (Measure measure : List.of(Measure.VISITING, Measure.NON_VISITING)) {
            some(Key.toDate(measure, year), Key.now(Measure.PEOPLE), year.equals(world.years.getLast()));
            some(Key.of(measure, year), Key.toDate(measure, year), true);
            if (before != null) {
                some(Key.toDate(measure, before), Key.toDate(measure, year), true);
                atLeastNothing.add(new Known(
                        Map.of(
                                Key.toDate(measure, before), 1,
                                Key.of(measure, year), 1,
                                Key.toDate(measure, year), -1),
                        false));
            }
        }
    }

    private void participants(Period year) {
        Map<Key, Integer> overlap = new HashMap<>(Map.of(Key.of(Measure.PARTICIPANTS, year), -1));
        for (Period month : year.months()) {
            overlap.put(Key.of(Measure.PARTICIPANTS, month), 1);
            some(Key.of(Measure.PARTICIPANTS, month), Key.of(Measure.PARTICIPANTS, year), false);
            some(Key.of(Measure.REPEAT_PARTICIPANTS, month), Key.of(Measure.REPEAT_PARTICIPANTS, year), false);
        }
        atLeastNothing.add(new Known(overlap, false));
        for (Period period :
                Stream.concat(year.months().stream(), Stream.of(year)).toList()) {
            some(Key.of(Measure.REPEAT_PARTICIPANTS, period), Key.of(Measure.PARTICIPANTS, period), true);
            some(Key.of(Measure.PARTICIPANTS, period), Key.of(Measure.PARTICIPATIONS, period), false);
        }
    }

    private void placesAddUp(Key key) {
        for (int above : SmallWorld.places()) {
            Map<Place, Integer> terms = new HashMap<>();
            for (int area : SmallWorld.places()) {
                if (Areas.get(area).parent() == above) {
                    terms.put(new Place(area, key), 1);
                }
            }
            if (!terms.isEmpty()) {
                terms.put(new Place(above, key), -1);
                constrain(terms, Relationship.EQ);
            }
        }
    }

    private static Map<Place, Integer> row(int area, Map<Key, Integer> terms) {
        return terms.entrySet().stream().collect(toMap(term -> new Place(area, term.getKey()), Map.Entry::getValue));
    }

    private void constrain(Map<Place, Integer> terms, Relationship relationship) {
        Map<Integer, Integer> open = open(terms);
        if (!open.isEmpty()) {
            unknowns.learn(open, relationship, -toldPart(terms));
        }
    }

    private Map<Integer, Integer> open(Map<Place, Integer> terms) {
        return terms.entrySet().stream()
                .filter(term -> unknown.containsKey(term.getKey()))
                .collect(toMap(term -> unknown.get(term.getKey()), Map.Entry::getValue));
    }

    private double toldPart(Map<Place, Integer> terms) {
        return terms.entrySet().stream()
                .filter(term -> !unknown.containsKey(term.getKey()))
                .mapToDouble(term -> term.getValue()
                        * told.get(term.getKey().key())
                                .cell(term.getKey().area())
                                .value())
                .sum();
    }

    private long count(Place place) {
        return world.counts.of(place.key)[place.area];
    }

    private long count(Map<Place, Integer> terms) {
        return terms.entrySet().stream()
                .mapToLong(term -> term.getValue() * count(term.getKey()))
                .sum();
    }

    /** The small counts of people, told or only implied, of which the reader can tell that they are small. */
    List<String> seenThrough(int threshold) {
        List<Map<Place, Integer>> open = new ArrayList<>();
        for (int area : SmallWorld.places()) {
            world.keys().forEach(key -> open.add(Map.of(new Place(area, key), 1)));
            atLeastNothing.stream().filter(Known::people).forEach(known -> open.add(row(area, known.terms)));
        }
        open.removeIf(terms -> count(terms) <= 0 || count(terms) >= threshold);
        List<String> seenThrough = new ArrayList<>();
        while (!open.isEmpty()) {
            Map<Place, Integer> terms = open.removeFirst();
            double[] possible = unknowns.largest(open(terms));
            if (value(terms, possible) < threshold - 1e-4) {
                seenThrough.add(terms + " is " + count(terms) + " and at most " + value(terms, possible));
            }
            open.removeIf(other -> value(other, possible) >= threshold - 1e-4);
        }
        return seenThrough;
    }

    private double value(Map<Place, Integer> terms, double[] guess) {
        return toldPart(terms)
                + open(terms).entrySet().stream()
                        .mapToDouble(term -> term.getValue() * guess[term.getKey()])
                        .sum();
    }
}
