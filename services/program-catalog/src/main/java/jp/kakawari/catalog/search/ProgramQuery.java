package jp.kakawari.catalog.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.catalog.PrefectureNumber;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.japan.LocalGovernmentCode;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a searcher may ask for; all of it must hold (AND). */
record ProgramQuery(
        @QueryParam("q")
        @Size(max = 200)
        @Parameter(
                description = "Words (検索語), all of which must be found: 里山 for 山, ボランティア for 手伝い",
                example = "里山 手伝い")
        String q,

        @QueryParam("prefecture") @Parameter(description = "都道府県: 21, 210005 or 岐阜県", example = "21")
        PrefectureNumber prefecture,

        @QueryParam("municipality") @Parameter(description = "市区町村コード", example = "212172")
        LocalGovernmentCode municipality,

        @QueryParam("theme") @Size(max = 50) @Parameter(description = "テーマ", example = "里山")
        String theme,

        @QueryParam("activity") @Size(max = 50) @Parameter(description = "活動, of the code list", example = "農作業")
        String activity,

        @QueryParam("type") @Size(max = 50) @Parameter(description = "種類, of the code list types", example = "fanclub")
        String type,

        @QueryParam("mode") @Parameter(description = "参加形態", example = "HYBRID")
        Mode mode,

        @QueryParam("relationClass") @Parameter(description = "関わり方の分類", example = "DIRECT_CONTRIBUTION")
        RelationClass relationClass,

        @QueryParam("fundingSource") @Size(max = 100) @Parameter(description = "財源", example = "地方創生推進交付金")
        String fundingSource,

        @QueryParam("language")
        @Size(max = 20)
        @Parameter(description = "Language that it can be joined in", example = "en")
        String language,

        @QueryParam("openTo")
        @Parameter(
                description =
                        "Only programs for the people of this member organisation (対象団体), it alone or beside others",
                example = "00000000-0000-7000-8000-00000000c019")
        UUID openTo,

        @QueryParam("openToAll")
        @DefaultValue("false")
        @Parameter(
                description = "true: without what is open to the people of named organisations only (対象団体の限定なし)",
                example = "false")
        boolean openToAll,

        @QueryParam("paid")
        @DefaultValue("false")
        @Parameter(description = "true: only with a wage (報酬あり)", example = "false")
        boolean paid,

        @QueryParam("maxFeeYen") @PositiveOrZero @Parameter(description = "参加費の上限（円）", example = "5000")
        Integer maxFeeYen,

        @QueryParam("minDays")
        @Min(1)
        @Max(3660)
        @Parameter(description = "Lasts at least so many days (日数)", example = "14")
        Integer minDays,

        @QueryParam("from") @Parameter(description = "Still going on at this day (この日以降)", example = "2026-12-01")
        LocalDate from,

        @QueryParam("to") @Parameter(description = "Begun by this day (この日まで)", example = "2027-03-31")
        LocalDate to,

        @QueryParam("openNow")
        @DefaultValue("true")
        @Parameter(
                description =
                        "true (default): only what one can apply for right now (募集中); false: also what opens later or is over",
                example = "true")
        boolean openNow,

        @QueryParam("sort")
        @Parameter(
                description = "relevance (default with q), newest (default), closing or starting",
                example = "newest")
        Sort sort,

        @QueryParam("facets")
        @DefaultValue("false")
        @Parameter(
                description = "true: also counts by prefecture, type, mode, relation class and theme",
                example = "false")
        boolean facets) {

    /** The order asked for; relevance needs words to be relevant to. */
    Sort order() {
        if (sort == null || sort == Sort.RELEVANCE) {
            return hasWords() ? Sort.RELEVANCE : Sort.NEWEST;
        }
        return sort;
    }

    boolean hasWords() {
        return q != null && !q.isBlank();
    }
}
