package jp.kakawari.registry.fund;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went into a fund or out of it. */
@Schema(name = "FundEntry", description = "基金の収支")
record FundEntryView(
        UUID id,
        Direction direction,
        @Schema(examples = "120000") long yen,
        @Schema(examples = "2026-11-22") LocalDate bookedOn,

        @Schema(description = "支出先・収入元の寄附プロジェクト", examples = "tanada")
        String project,

        @Schema(examples = "FY2026-0012") String sourceTransaction) {

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
