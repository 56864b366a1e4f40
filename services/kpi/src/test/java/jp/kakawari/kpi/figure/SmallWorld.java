package jp.kakawari.kpi.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.place.Areas;

/**
 * Few people in few municipalities, each person in one only, so that all counts add up and a reader has it easiest. Within a
 * municipality nearly all do the same, so that small remainders come about.
 */
final class SmallWorld {
    static final List<Measure> VISITS = List.of(
            Measure.DIRECT_CONTRIBUTION,
            Measure.WORK_ON_SITE,
            Measure.TELEWORK,
            Measure.EXCHANGE,
            Measure.HOBBY_CONSUMPTION);
    private static final List<String> TOWNS = List.of("212172", "212032", "212202", "194425", "194433");
    private static final int[] MONTHS = {0, 1, 7};

    final List<Period> years;
    final Counts counts;
    private final Random random;
    private final int[] habits = new int[16];

    private SmallWorld(int yearCount, long seed) {
        years = Stream.iterate(LocalDate.of(2026, 4, 1), day -> day.plusYears(1))
                .limit(yearCount)
                .map(day -> new Period(day, day.plusYears(1)))
                .toList();
        counts = new Counts(years);
        random = new Random(seed);
    }

    static SmallWorld of(int yearCount, long seed) {
        var world = new SmallWorld(yearCount, seed);
        for (String town : TOWNS.subList(0, 2 + world.random.nextInt(TOWNS.size() - 1))) {
            world.live(Areas.position(town));
        }
        if (world.random.nextInt(4) == 0) {
            world.apply(Areas.position(""));
        }
        return world;
    }

    /** Counts that have nothing to do with each other. */
    static SmallWorld nonsense(int yearCount, int bound, long seed) {
        var world = new SmallWorld(yearCount, seed);
        for (Key key : world.keys()) {
            places().forEach(place -> world.counts.of(key)[place] = Math.max(0, world.random.nextInt(-bound, bound)));
        }
        return world;
    }

    /** The places where anything was counted, or nearly. */
    static List<Integer> places() {
        return Stream.concat(Stream.of("JP", "21", "19", ""), TOWNS.stream())
                .map(Areas::position)
                .toList();
    }

    private void live(int town) {
        for (int i = 0; i < habits.length; i++) {
            habits[i] = random.nextInt(5);
        }
        int people =
                new int[] {0, random.nextInt(10), 10 + random.nextInt(15), 30 + random.nextInt(40)}[random.nextInt(4)];
        for (int i = 0; i < people; i++) {
            relate(town);
        }
        apply(town);
        takePart(town);
    }

    /** Nearly never, seldom, as often as not, mostly, nearly always. */
    private boolean likely(int habit) {
        return random.nextInt(100) < new int[] {0, 8, 50, 92, 100}[habits[habit]];
    }

    private void relate(int town) {
        for (int ties = likely(0) ? 2 : 1; ties > 0; ties--) {
            add(town, Key.now(Measure.TIES));
            if (likely(1)) {
                Period year = years.get(random.nextInt(years.size()));
                add(town, Key.of(Measure.NEW_TIES, year), Key.of(Measure.NEW_TIES, month(year)));
            }
        }
        add(town, Key.now(Measure.PEOPLE));
        int closest = likely(2) && likely(3) ? kind() : VISITS.size();
        boolean otherwise = likely(4) && likely(5);
        for (Period year : years) {
            if (likely(6)) {
                int kind = kind();
                closest = Math.min(closest, kind);
                add(town, Key.of(Measure.VISITING, year), Key.of(VISITS.get(kind), year));
            }
            if (closest < VISITS.size()) {
                add(town, Key.toDate(Measure.VISITING, year), Key.toDate(VISITS.get(closest), year));
            }
            boolean now = likely(7);
            otherwise |= now;
            if (now) {
                add(town, Key.of(Measure.NON_VISITING, year));
            }
            if (otherwise) {
                add(town, Key.toDate(Measure.NON_VISITING, year));
            }
        }
    }

    private int kind() {
        return likely(8) ? 0 : likely(9) ? 4 : random.nextInt(VISITS.size());
    }

    private Period month(Period year) {
        return year.months().get(MONTHS[likely(10) ? 0 : random.nextInt(MONTHS.length)]);
    }

    private void apply(int town) {
        List<Period> months =
                years.stream().flatMap(year -> year.months().stream()).toList();
        for (int i = random.nextInt(45); i > 0; i--) {
            Period submitted = month(years.get(random.nextInt(years.size())));
            add(town, Key.of(Measure.APPLICATIONS, submitted), Key.of(Measure.APPLICATIONS, year(submitted)));
            if (likely(11)) {
                Period accepted = likely(12)
                        ? submitted
                        : months.get(
                                months.indexOf(submitted) + random.nextInt(months.size() - months.indexOf(submitted)));
                add(town, Key.of(Measure.ACCEPTANCES, accepted), Key.of(Measure.ACCEPTANCES, year(accepted)));
            }
        }
    }

    private static Period year(Period month) {
        return Period.of(month.fiscalYear());
    }

    private void takePart(int town) {
        for (int i = random.nextInt(45); i > 0; i--) {
            int ever = likely(13) ? 1 : 0;
            for (Period year : years) {
                Map<Integer, Integer> timesOf = new TreeMap<>();
                for (int times = likely(14) ? 2 : likely(15) ? 0 : 1; times > 0; times--) {
                    timesOf.merge(year.months().indexOf(month(year)), 1, Integer::sum);
                }
                for (var times : timesOf.entrySet()) {
                    ever += times.getValue();
                    Period month = year.months().get(times.getKey());
                    IntStream.range(0, times.getValue())
                            .forEach(_ -> add(
                                    town, Key.of(Measure.PARTICIPATIONS, month), Key.of(Measure.PARTICIPATIONS, year)));
                    checkedIn(town, month, ever);
                }
                if (!timesOf.isEmpty()) {
                    checkedIn(town, year, ever);
                }
            }
        }
    }

    private void checkedIn(int town, Period period, int ever) {
        add(town, Key.of(Measure.PARTICIPANTS, period));
        if (ever > 1) {
            add(town, Key.of(Measure.REPEAT_PARTICIPANTS, period));
        }
    }

    private void add(int town, Key... keys) {
        for (Key key : keys) {
            for (int place = town; place >= 0; place = Areas.get(place).parent()) {
                counts.of(key)[place]++;
            }
        }
    }

    List<Key> keys() {
        List<Key> keys = new ArrayList<>(List.of(Key.now(Measure.PEOPLE), Key.now(Measure.TIES)));
        for (Period year : years) {
            for (Measure measure : Measure.values()) {
                switch (measure) {
                    case PEOPLE, TIES -> {}
                    case NEW_TIES, APPLICATIONS, ACCEPTANCES, PARTICIPATIONS, PARTICIPANTS, REPEAT_PARTICIPANTS -> {
                        keys.add(Key.of(measure, year));
                        year.months().forEach(month -> keys.add(Key.of(measure, month)));
                    }
                    default -> {
                        keys.add(Key.of(measure, year));
                        keys.add(Key.toDate(measure, year));
                    }
                }
            }
        }
        return keys;
    }
}
