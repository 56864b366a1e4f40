package jp.kakawari.registry.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever is shown a card may know: nothing at all of one that isn't valid. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "会員証の確認結果")
record Verification(
        @Schema(description = "有効", examples = "true") boolean valid,

        @Schema(description = "制度コード", examples = "hida-fanclub")
        String scheme,

        @Schema(examples = "飛騨市ファンクラブ") String schemeName,
        @Schema(description = "会員種別", examples = "一般会員") String tier,

        @Schema(description = "有効期限", examples = "2027-11-20")
        LocalDate validUntil) {

    static Verification of(CardRow card, LocalDate today) {
        return card.valid(today)
                ? new Verification(true, card.scheme(), card.schemeName(), card.tierName(), card.validUntil())
                : new Verification(false, null, null, null, null);
    }
}
