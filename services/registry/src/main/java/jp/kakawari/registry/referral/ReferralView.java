package jp.kakawari.registry.referral;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many came with a member's cards, and what that is good for. */
@Schema(name = "Referrals", description = "紹介カードの利用状況")
record ReferralView(
        @Schema(description = "利用された枚数", examples = "7") int redeemed, List<Benefit> benefits) {

    /** What the policy promises. */
    @Schema(name = "ReferralBenefit", description = "紹介特典")
    record Benefit(
            @Schema(examples = "souvenir") String entitlement,
            @Schema(examples = "記念品") String name,
            @Schema(description = "必要な枚数", examples = "10") int cards,

            @Schema(description = "付与日時; absent until it is given")
            OffsetDateTime givenAt) {}
}
