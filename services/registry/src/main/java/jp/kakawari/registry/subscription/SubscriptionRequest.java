package jp.kakawari.registry.subscription;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody goes on supporting. */
@Schema(description = "継続支援の申込: the supporter by id or by member number")
public record SubscriptionRequest(
        UUID supporter,

        @Size(max = 100) @Schema(description = "会員番号 of the synced list", examples = "HI-000001")
        String memberNumber,

        @NotNull
        @Schema(
                description = "DONATION 継続寄附, ELECTRICITY ふるさと納電, PRODUCE 定期購入, OWNERSHIP オーナー制度",
                examples = "DONATION")
        SubscriptionKind kind,

        @NotNull @Min(1) @Max(1_000_000_000_000L) @Schema(description = "1回の金額（円）", examples = "1000")
        Long yen,

        @NotNull @Schema(description = "MONTH 毎月, YEAR 毎年", examples = "MONTH")
        Every every,

        @Schema(description = "寄附プロジェクト", examples = "tanada")
        Slug project,

        @NotNull @Schema(description = "開始日", examples = "2026-04-01")
        LocalDate startedOn,

        @NotBlank @Size(max = 200) @Schema(description = "申込番号: told again, it stays one", examples = "GCF-0001")
        String sourceTransaction) {

    /** How often. */
    @Schema(name = "SubscriptionEvery")
    public enum Every {
        MONTH,
        YEAR
    }

    String projectCode() {
        return project == null ? null : project.value();
    }
}
