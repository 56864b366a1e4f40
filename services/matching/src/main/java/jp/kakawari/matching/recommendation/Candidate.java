package jp.kakawari.matching.recommendation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
        OffsetDateTime opens,
        OffsetDateTime closes) {

    private static final int LARGE = 100_000;
    private static final int SMALL = 1_000;

    static Candidate of(ProgramChanged program) {
        Set<String> places = new HashSet<>(listed(program.municipalities()));
        places.addAll(listed(program.prefectures()));
        String said = String.join("、", text(program.title()), text(program.audience()), text(program.summary()));
        return new Candidate(
                program.id(),
                program.title(),
                terms(program),
                Set.copyOf(places),
                Places.prefectures(Places.in(said)),
                Ages.namedIn(text(program.audience())),
                program.mode(),
                program.relationClass(),
                smallness(program),
                program.applicationOpens(),
                program.applicationCloses());
    }

    boolean isOpen(Instant now) {
        return (opens == null || !now.isBefore(opens.toInstant()))
                && (closes == null || now.isBefore(closes.toInstant()));
    }

    /** Whether it asks little: a way in for those who have not taken part yet (入口). */
    boolean isLight() {
        return mode == Mode.ONLINE
                || relationClass == RelationClass.EXCHANGE
                || relationClass == RelationClass.HOBBY_CONSUMPTION
                || relationClass == RelationClass.NON_VISITING;
    }

    private static TermVector terms(ProgramChanged program) {
        Map<String, Float> counts = new HashMap<>();
        count(counts, text(program.title()), 1.5f);
        count(counts, String.join("、", listed(program.themes())), 1.5f);
        count(counts, text(program.audience()), 1.2f);
        count(counts, String.join("、", listed(program.activities())), 1);
        count(counts, text(program.summary()), 1);
        counts.replaceAll((key, count) -> ProgramIndex.saturated(count));
        return new TermVector(counts);
    }

    private static void count(Map<String, Float> counts, String text, float emphasis) {
        Terms.of(text).forEach(term -> counts.merge(term.key(), emphasis, Float::sum));
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

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
