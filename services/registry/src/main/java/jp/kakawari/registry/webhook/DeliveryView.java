package jp.kakawari.registry.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one notice to one receiver. */
@Schema(description = "配信記録")
record DeliveryView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3b5")
        UUID id,

        @Schema(description = "webhook-id of the request", examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3b6")
        UUID event,

        @Schema(examples = "jp.kakawari.catalog.program-changed.v1")
        String eventType,

        @Schema(description = "PENDING 配信待ち, DELIVERED 配信済み, FAILED 断念")
        DeliveryState state,

        @Schema(description = "送信回数", examples = "1") int attempts,

        @Schema(description = "HTTP status of the last answer", examples = "204")
        Integer status,

        @Schema(
                description =
                        "Why the last attempt got no answer: timeout, unknownHost, privateAddress, notReached, secret; absent with a status")
        String failure,

        @Schema(examples = "2026-11-21T10:00:00+09:00") OffsetDateTime occurredAt,
        @Schema(examples = "2026-11-21T10:00:01+09:00") OffsetDateTime attemptedAt,

        @Schema(description = "次の送信; only while PENDING", examples = "2026-11-21T10:00:06+09:00")
        OffsetDateTime nextAttemptAt,

        @Schema(description = "replay 再送", examples = "[\"replay\"]")
        List<String> allowedActions) {

    static DeliveryView of(Object[] row) {
        DeliveryState state = DeliveryState.valueOf((String) row[3]);
        return new DeliveryView(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                state,
                (Integer) row[4],
                (Integer) row[5],
                (String) row[6],
                time(row[7]),
                time(row[8]),
                state == DeliveryState.PENDING ? time(row[9]) : null,
                List.of("replay"));
    }

    private static OffsetDateTime time(Object at) {
        return at == null ? null : JapanTime.of((Instant) at);
    }
}
