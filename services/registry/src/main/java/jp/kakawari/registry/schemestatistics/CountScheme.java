package jp.kakawari.registry.schemestatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kakawari.registry.municipality.Withheld;
import jp.kakawari.registry.scheme.SchemeCode;

/**
 * Counts the members of a scheme (会員の統計), each once, in one statement. Sums of 1 to 9 are withheld (秘匿), and so is a share that
 * would tell one. The figures are live: whoever asks before and after somebody joins learns what that changed.
 */
@ApplicationScoped
class CountScheme {

    private static final Set<String> FROM_20_TO_49 = Set.of("20s", "30s", "40s");
    private static final int PERCENT = 100;

    private final EntityManager database;
    private final Clock clock;

    CountScheme(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Band(String ageBand, long members, long answered, long intending) {}

    @Transactional
    SchemeStatistics of(SchemeCode scheme) {
        List<?> rows = database.createNativeQuery("""
                        select s.age_band, count(*), count(a.value), count(*) filter (where a.value)
                        from membership m
                        join supporter s on s.id = m.supporter
                        left join membership_attribute a on a.membership = m.id and a.attribute = 'MIGRATION_INTENT'
                        where m.scheme = :scheme and m.state = 'ACTIVE'
                          and (m.valid_until is null or m.valid_until >= :today)
                        group by s.age_band
                        """)
                .setParameter("scheme", scheme.toString())
                .setParameter("today", LocalDate.now(clock))
                .getResultList();
        return statistics(
                scheme.toString(),
                rows.stream()
                        .map(Object[].class::cast)
                        .map(row -> new Band((String) row[0], number(row[1]), number(row[2]), number(row[3])))
                        .toList());
    }

    private static SchemeStatistics statistics(String scheme, List<Band> bands) {
        long members = bands.stream().mapToLong(Band::members).sum();
        long answered = bands.stream().mapToLong(Band::answered).sum();
        long intending = bands.stream().mapToLong(Band::intending).sum();
        List<Band> known = bands.stream().filter(band -> band.ageBand() != null).toList();
        long aged = known.stream().mapToLong(Band::members).sum();
        long young = known.stream()
                .filter(band -> FROM_20_TO_49.contains(band.ageBand()))
                .mapToLong(Band::members)
                .sum();
        Map<String, Long> shown = shown(bands);
        return new SchemeStatistics(
                scheme,
                Withheld.is(members) ? null : members,
                shown,
                allShown(known, shown) ? share(young, aged) : null,
                Withheld.is(answered) ? null : answered,
                share(intending, answered));
    }

    /** Of a band that is withheld the share of its age group would tell the size. */
    private static boolean allShown(List<Band> known, Map<String, Long> shown) {
        return known.stream().map(Band::ageBand).allMatch(shown::containsKey);
    }

    /** Where a band is withheld, the next smallest are too until they are ten together: else the total would tell them. */
    private static Map<String, Long> shown(List<Band> bands) {
        List<Band> rising = bands.stream()
                .sorted((one, other) -> Long.compare(one.members(), other.members()))
                .toList();
        Map<String, Long> shown = new TreeMap<>();
        int withheld = 0;
        long together = 0;
        for (Band band : rising) {
            if (Withheld.is(band.members()) || withheld == 1 || Withheld.is(together)) {
                withheld++;
                together += band.members();
            } else if (band.ageBand() != null) {
                shown.put(band.ageBand(), band.members());
            }
        }
        return shown;
    }

    /** Null where it would tell how the few answered, or the few others. */
    private static Double share(long part, long of) {
        return of == 0 || Withheld.is(part) || Withheld.is(of - part)
                ? null
                : (double) Math.round(part * (double) PERCENT / of) / PERCENT;
    }

    private static long number(Object counted) {
        return ((Number) counted).longValue();
    }
}
