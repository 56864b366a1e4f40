package jp.kakawari.registry.fund;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went into a fund or out of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FundEntry", description = "基金の収支")
record FundEntryView(
        UUID id,
        Direction direction,

        @Schema(description = "金額（円）; below zero in a counter-entry (取消の記録)", examples = "120000")
        long yen,

        @Schema(examples = "2026-11-22") LocalDate bookedOn,

        @Schema(description = "支出先・収入元の寄附プロジェクト", examples = "tanada")
        String project,

        @Schema(description = "取引番号; absent in a counter-entry", examples = "FY2026-0012")
        String sourceTransaction,

        @Schema(description = "取消の元の記録: what this counter-entry takes back")
        UUID takesBack,

        @Schema(description = "取消の理由", examples = "金額の入力誤り") String reason,

        @Schema(description = "取消の記録: the counter-entry by which this one was taken back")
        UUID takenBackBy,

        @Schema(description = "take-back 取消", examples = "[\"take-back\"]")
        List<String> allowedActions) {

    /** Which way. */
    @Schema(name = "FundDirection")
    enum Direction {
        /** 入金 */
        IN,
        /** 支出 */
        OUT
    }

    /** One that is told. */
    @Schema(name = "FundEntryRequest", description = "基金の収支; donations to its projects need none")
    record Request(
            @NotNull @Schema(description = "IN 入金, OUT 支出", examples = "OUT")
            Direction direction,

            @NotNull @Min(1) @Max(1_000_000_000_000L) @Schema(description = "金額（円）", examples = "120000")
            Long yen,

            @NotNull @Schema(examples = "2026-11-22") LocalDate bookedOn,

            @Schema(description = "寄附プロジェクト", examples = "tanada")
            Slug project,

            @NotBlank @Size(max = 200) @Schema(description = "取引番号: told again, it stays one", examples = "FY2026-0012")
            String sourceTransaction) {

        boolean is(FundEntryView entry) {
            return direction == entry.direction()
                    && yen == entry.yen()
                    && bookedOn.equals(entry.bookedOn())
                    && Objects.equals(project == null ? null : project.value(), entry.project());
        }
    }
}
