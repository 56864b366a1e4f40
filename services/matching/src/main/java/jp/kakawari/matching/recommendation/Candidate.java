package jp.kakawari.matching.recommendation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;

/**
 * A published program as scoring needs it.
 *
 * @param terms what it is about, with saturated frequencies
 * @param places codes of its municipalities and prefectures
 * @param reaches prefectures whose residents its words name
 * @param ages age bands that its audience names, empty for any
 * @param smallness 0 for a city of 100,000 or a prefecture, 1 for a village of 1,000
 * @param openTo organisations whose people alone may apply, empty for everybody
 */
record Candidate(
        UUID id,
        String title,
        TermVector terms,
        Set<String> places,
        Set<String> reaches,
        Set<String> ages,
        Mode mode,
        RelationClass relationClass,
        double smallness,
        Instant opens,
        Instant closes,
        Set<UUID> openTo) {

    private static final int LARGE = 100_000;
    private static final int SMALL = 1_000;

    static Candidate of(ProgramChanged program) {
        Text title = text(program.title());
        Text audience = text(program.audience());
        Text summary = text(program.summary());
        Map<String, Float> counts = new HashMap<>();
        count(counts, title, 1.5f);
        count(counts, text(String.join("、", listed(program.themes()))), 1.5f);
        count(counts, audience, 1.2f);
        count(counts, text(String.join("、", listed(program.activities()))), 1);
        count(counts, summary, 1);
        counts.replaceAll((key, count) -> ProgramIndex.saturated(count));
        Set<String> places = new HashSet<>(listed(program.municipalities()));
        places.addAll(listed(program.prefectures()));
        return new Candidate(
                program.id(),
                program.title(),
                new TermVector(counts),
                Set.copyOf(places),
                reaches(title, audience, summary),
                Ages.namedIn(audience),
                program.mode(),
                program.relationClass(),
                smallness(program),
                instant(program.applicationOpens()),
                instant(program.applicationCloses()),
                Set.copyOf(program.openTo()));
    }

    boolean isOpen(Instant now) {
        return (opens == null || !now.isBefore(opens)) && (closes == null || now.isBefore(closes));
    }

    /** Whether people whom that organisation registered may apply; null for those whom nobody did. */
    boolean isOpenTo(UUID registeredBy) {
        return openTo.isEmpty() || registeredBy != null && openTo.contains(registeredBy);
    }

    /** Whether it asks little: a way in for those who have not taken part yet (入口). */
    boolean isLight() {
        return mode == Mode.ONLINE
                || relationClass == RelationClass.EXCHANGE
                || relationClass == RelationClass.HOBBY_CONSUMPTION
                || relationClass == RelationClass.NON_VISITING;
    }

    private static void count(Map<String, Float> counts, Text text, float emphasis) {
        Terms.of(text).forEach(term -> counts.merge(term.key(), emphasis, Float::sum));
    }

    private static Set<String> reaches(Text... texts) {
        return Stream.of(texts)
                .flatMap(text -> Places.prefectures(Places.in(text)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static double smallness(ProgramChanged program) {
        return listed(program.municipalities()).stream()
                .flatMap(code -> Municipalities.byCode(new LocalGovernmentCode(code)).stream())
                .flatMapToInt(municipality -> municipality.population().stream())
                .min()
                .stream()
                .mapToDouble(population -> Math.log((double) LARGE / population) / Math.log((double) LARGE / SMALL))
                .map(value -> Math.clamp(value, 0, 1))
                .findFirst()
                .orElse(0);
    }

    private static List<String> listed(List<String> values) {
        return values == null ? List.of() : values;
    }

    private static Text text(String value) {
        return Text.of(value == null ? "" : value);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
