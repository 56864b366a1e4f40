package jp.kakawari.registry.certificate;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody is certified. */
@Schema(name = "Certificate", description = "認定証")
record CertificateView(
        UUID id,
        @Schema(examples = "054631") String municipality,
        @Schema(examples = "omusubito") String certification,
        @Schema(examples = "おむすびと") String name,
        UUID supporter,
        @Schema(examples = "2026-11-22") LocalDate issuedOn,
        @Schema(description = "取消日; absent while it holds") LocalDate revokedOn) {

    /** Somebody who has completed a program. */
    @Schema(name = "Alumnus", description = "修了者")
    record Alumnus(
            UUID supporter,

            @Schema(description = "会員番号 of the synced list", examples = "HI-000001")
            String memberNumber,

            @Schema(description = "参加回数", examples = "3") long times,

            @Schema(description = "最後に参加した日", examples = "2026-11-22")
            LocalDate lastOn) {}
}
