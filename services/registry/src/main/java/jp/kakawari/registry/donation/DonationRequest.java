package jp.kakawari.registry.donation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody gave. */
@Schema(description = "寄附の記録: the supporter by id or by member number; no payment is made here")
public record DonationRequest(
        UUID supporter,

        @Size(max = 100) @Schema(description = "会員番号 of the synced list", examples = "HI-000001")
        String memberNumber,

        @NotNull
        @Schema(description = "HOMETOWN_TAX ふるさと納税, CORPORATE 企業版（団体だけ）, CROWDFUNDING", examples = "HOMETOWN_TAX")
        DonationType type,

        @NotNull @Min(1) @Max(1_000_000_000_000L) @Schema(description = "金額（円）", examples = "10000")
        Long yen,

        @NotNull @Schema(description = "寄附日", examples = "2026-11-22")
        LocalDate donatedOn,

        @Schema(description = "寄附プロジェクト", examples = "tanada")
        Slug project,

        @NotBlank @Size(max = 200) @Schema(description = "寄附番号: told again, it stays one", examples = "F-2026-0001")
        String sourceTransaction) {

    void check(LocalDate today) {
        if (donatedOn.isAfter(today)) {
            throw new InvalidBody().at("/donatedOn", "is in the future", "未来の日付は記録できません");
        }
    }

    String projectCode() {
        return project == null ? null : project.value();
    }
}
