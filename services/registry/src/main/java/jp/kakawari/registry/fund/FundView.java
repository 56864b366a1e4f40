package jp.kakawari.registry.fund;

import java.util.List;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fund with what is in it. */
@Schema(name = "Fund", description = "ふるさと基金")
record FundView(
        @Schema(examples = "love-saijo") String code,
        @Schema(examples = "1") long revision,
        @Schema(examples = "LOVE SAIJO 基金") String name,
        @Schema(examples = "棚田・里山の保全") String purpose,

        @Schema(
                description = "入金の計（円）: entries and donations to its projects, as far as they hold",
                examples = "500000")
        long in,

        @Schema(description = "支出の計（円）", examples = "120000")
        long out,

        @Schema(description = "残高（円）; below zero where a donation was rejected after it was spent", examples = "380000")
        long balance,

        @Schema(description = "change 変更, book 収支の記録", examples = "[\"change\", \"book\"]")
        List<String> allowedActions)
        implements Revised {

    /** Of its municipality, which alone reads it. */
    static final List<String> ACTIONS = List.of("change", "book");
}
