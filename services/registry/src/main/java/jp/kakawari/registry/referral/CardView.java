package jp.kakawari.registry.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card that was redeemed, and whether that was taken back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReferralCard", description = "利用された紹介カード")
record CardView(
        UUID id,

        @Schema(description = "紹介カードの番号", examples = "HC-0001-07")
        String card,

        @Schema(description = "利用日", examples = "2026-11-22")
        LocalDate redeemedOn,

        @Schema(description = "受け付けた自治体", examples = "212172")
        String redeemedBy,

        @Schema(description = "取消日時; it is not counted from then on")
        OffsetDateTime takenBackAt,

        @Schema(description = "取消の理由") Because takenBackBecause,

        @Schema(description = "take-back 取消", examples = "[\"take-back\"]")
        List<String> allowedActions) {

    /** Why: a code, so that nothing is written about a person. */
    @Schema(name = "ReferralCardTakenBackBecause", description = "WRONG_CARD 番号の誤り, WRONG_MEMBER 会員の誤り, OTHER その他")
    enum Because {
        /** 番号の誤り */
        WRONG_CARD,
        /** 会員の誤り */
        WRONG_MEMBER,
        /** その他 */
        OTHER
    }
}
