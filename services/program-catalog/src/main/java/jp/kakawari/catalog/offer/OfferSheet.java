package jp.kakawari.catalog.offer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner writes about its offer. */
@Schema(description = "What a partner offers to those who go to a program (提供内容)")
record OfferSheet(
        @NotBlank @Size(max = 200) @Schema(examples = "鉄道+宿泊 セットプラン")
        String title,

        @NotBlank @Size(max = 2000) @Schema(examples = "参加者は往復の乗車券が割引になります。")
        String description,

        @NotNull
        @Size(max = 500)
        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "http または https の URL を指定してください / not an http(s) URL")
        @Schema(description = "外部リンク: where it is booked", examples = "https://example.jp/plan")
        String url,

        @PositiveOrZero @Schema(description = "価格（円）", examples = "12800")
        Integer priceYen,

        @Schema(description = "開始日", examples = "2026-10-01")
        LocalDate validFrom,

        @Schema(description = "最終日", examples = "2027-03-31")
        LocalDate validUntil) {

    void check() {
        if (validFrom != null && validUntil != null && validFrom.isAfter(validUntil)) {
            throw new InvalidBody().at("/validUntil", "is before validFrom", "開始日より前の日付です");
        }
    }
}
