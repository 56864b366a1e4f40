package jp.kakawari.registry.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card as its member sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Credential", description = "会員証")
record CardView(
        UUID id,

        @Schema(description = "制度コード", examples = "hida-fanclub")
        String scheme,

        @Schema(examples = "飛騨市ファンクラブ") String schemeName,

        @Schema(description = "会員証番号", examples = "HFC-000123")
        String number,

        @Schema(description = "会員種別", examples = "regular") String tier,
        @Schema(examples = "一般会員") String tierName,

        @Schema(description = "有効期限; absent without end", examples = "2027-11-20")
        LocalDate validUntil,

        OffsetDateTime issuedAt,

        @Schema(
                description = "確認先: to be shown as a QR code",
                examples = "/v1/credentials/0198c0de-0000-7000-8000-000000000001/verification")
        String verification,

        @Schema(
                description = "署名付き会員証 (JWS): verified by /.well-known/jwks.json, without asking",
                examples = "eyJhbGciOiJFZERTQSJ9.e30.c2ln")
        String jwt) {

    static CardView of(CardRow card, String jwt) {
        return new CardView(
                card.id(),
                card.scheme(),
                card.schemeName(),
                card.number(),
                card.tier(),
                card.tierName(),
                card.validUntil(),
                JapanTime.of(card.issuedAt()),
                "/v1/credentials/" + card.id() + "/verification",
                jwt);
    }
}
