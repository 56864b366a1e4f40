package jp.kakawari.registry.digest;

import java.time.Instant;
import java.time.ZonedDateTime;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a digest comes. */
@Schema(description = "DAILY 毎日, WEEKLY 毎週, MONTHLY 毎月")
enum Every {
    DAILY,
    WEEKLY,
    MONTHLY;

    Instant after(Instant time) {
        ZonedDateTime here = time.atZone(JapanTime.ZONE);
        ZonedDateTime next = switch (this) {
            case DAILY -> here.plusDays(1);
            case WEEKLY -> here.plusWeeks(1);
            case MONTHLY -> here.plusMonths(1);
        };
        return next.toInstant();
    }
}
