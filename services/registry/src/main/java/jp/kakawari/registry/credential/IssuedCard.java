package jp.kakawari.registry.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card that was issued, in use or not; what it shows is read by verifying it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IssuedCredential", description = "発行済みの会員証")
record IssuedCard(
        @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
        UUID id,

        @Schema(examples = "2026-11-21T10:00:00+09:00") OffsetDateTime issuedAt,
        @Schema(description = "失効日時") OffsetDateTime revokedAt,

        @Schema(description = "失効の理由: REISSUED, LOST, MISUSED or OTHER")
        String revokedBecause,

        @Schema(description = "revoke 失効", examples = "[\"revoke\"]")
        List<String> allowedActions) {}
