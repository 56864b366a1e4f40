package jp.kakawari.registry.personal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One read of somebody's personal data, as the person sees it. */
@Schema(description = "閲覧記録")
public record PersonalRead(
        UUID id,
        OffsetDateTime at,
        @Schema(description = "閲覧した団体") UUID organization,
        @Schema(examples = "飛騨市") String organizationName,
        Purpose purpose) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    static PersonalRead of(UUID id, Instant at, UUID organization, String organizationName, Purpose purpose) {
        return new PersonalRead(id, at.atZone(JAPAN).toOffsetDateTime(), organization, organizationName, purpose);
    }
}
