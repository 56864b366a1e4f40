package jp.kakawari.catalog.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One word of a code list. */
@Schema(description = "One word of a code list (コード)")
public record CodeItem(
        @Schema(examples = "fanclub") String code,

        @Schema(examples = "ファンクラブ・会員の募集") String ja,

        @Schema(
                description = "Absent for themes, which are the regions' own words",
                examples = "Fan club or membership")
        String en,

        @Schema(description = "Of a theme: open programs that have it", examples = "4")
        Long programs) {}
