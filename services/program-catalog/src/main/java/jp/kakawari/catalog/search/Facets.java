package jp.kakawari.catalog.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of all hits fall under each word (ファセット), the most frequent first. */
@Schema(description = "Counts over all hits (ファセット), the most frequent first")
record Facets(
        List<Facet> prefectures,
        List<Facet> types,
        List<Facet> modes,
        List<Facet> relationClasses,

        @Schema(description = "The 20 most frequent") List<Facet> themes) {

    /** One word and how many hits have it. */
    record Facet(
            @Schema(examples = "HYBRID") String code,

            @Schema(examples = "83") long count) {}

    /** Out of rows of kind, word and count. */
    static Facets of(List<Object[]> rows) {
        Map<Object, List<Facet>> kinds = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.mapping(
                                row -> new Facet((String) row[1], ((Number) row[2]).longValue()),
                                Collectors.toList())));
        return new Facets(
                kinds.getOrDefault("prefectures", List.of()),
                kinds.getOrDefault("types", List.of()),
                kinds.getOrDefault("modes", List.of()),
                kinds.getOrDefault("relationClasses", List.of()),
                kinds.getOrDefault("themes", List.of()));
    }
}
