package jp.kakawari.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sentence in both languages. */
public record Bilingual(
        @Schema(examples = "ご関心の「里山」に合います") String ja,
        @Schema(examples = "Matches your interest in 里山") String en) {}
