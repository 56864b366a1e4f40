package jp.kakawari.catalog.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An offer as everybody may read it. */
@Schema(description = "What a partner offers to those who go to a program (交通・宿泊等の提供)")
record OfferView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a366")
        UUID id,

        @Schema(examples = "1") long revision,

        @Schema(description = "提供団体", examples = "00000000-0000-7000-8000-00000000b001")
        UUID partner,

        @Schema(examples = "旅するアプリ") String partnerName,
        @JsonUnwrapped OfferSheet sheet,

        @Schema(examples = "2026-10-01T09:00:00+09:00") OffsetDateTime offeredAt,

        @Schema(description = "What the caller may do: revise, remove", examples = "[\"revise\", \"remove\"]")
        List<String> allowedActions)
        implements Revised {

    static OfferView of(Offer offer, String partnerName, List<String> allowedActions) {
        return new OfferView(
                offer.id(),
                offer.revision(),
                offer.partner(),
                partnerName,
                offer.sheet(),
                JapanTime.of(offer.offeredAt()),
                allowedActions);
    }
}
