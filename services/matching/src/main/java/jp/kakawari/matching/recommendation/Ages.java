package jp.kakawari.matching.recommendation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The age bands (年代) that an audience names: 大学生 are in their teens and twenties. */
final class Ages {
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("小学生", List.of("10s")),
            Map.entry("小中学生", List.of("10s")),
            Map.entry("中学生", List.of("10s")),
            Map.entry("高校生", List.of("10s")),
            Map.entry("大学生", List.of("10s", "20s")),
            Map.entry("学生", List.of("10s", "20s")),
            Map.entry("大学院生", List.of("20s")),
            Map.entry("留学生", List.of("20s")),
            Map.entry("若者", List.of("10s", "20s", "30s")),
            Map.entry("若い", List.of("20s", "30s")),
            Map.entry("若年", List.of("10s", "20s", "30s")),
            Map.entry("社会人", List.of("20s", "30s", "40s", "50s", "60s")),
            Map.entry("社員", List.of("20s", "30s", "40s", "50s", "60s")),
            Map.entry("シニア", List.of("60s", "70s", "80s+")),
            Map.entry("家族", List.of("30s", "40s")),
            Map.entry("親子", List.of("30s", "40s")),
            Map.entry("保護者", List.of("30s", "40s", "50s")));

    private static final Phrases<String> PHRASES = new Phrases<>();

    static {
        NAMES.forEach((name, bands) -> bands.forEach(band -> PHRASES.add(name, band)));
    }

    private Ages() {}

    static Set<String> namedIn(Text audience) {
        return PHRASES.in(audience).stream()
                .flatMap(found -> found.values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
