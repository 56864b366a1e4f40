package jp.kakawari.registry.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receiver as its organisation sees it. Its secret is shown once, when it is made. */
@Schema(description = "通知先 (Webhook)")
record WebhookView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3b4")
        UUID id,

        @Schema(examples = "1") long revision,

        @Schema(examples = "https://example.org/hooks/kakawari")
        String url,

        @Schema(examples = "[\"jp.kakawari.catalog.program-changed.v1\"]")
        List<String> eventTypes,

        @Schema(description = "ACTIVE 送信中, PAUSED 一時停止, DISABLED 停止 (410 Gone, or nothing was taken for a day)")
        Webhook.State state,

        @Schema(examples = "2026-11-21T10:00:00+09:00") OffsetDateTime createdAt,
        @Schema(examples = "2026-11-21T10:00:00+09:00") OffsetDateTime updatedAt,

        @Schema(
                description = "change 変更・一時停止・再開, delete 削除, renew-secret 署名の鍵の更新, test 試し送り",
                examples = "[\"change\", \"delete\", \"renew-secret\", \"test\"]")
        List<String> allowedActions)
        implements Revised {

    WebhookView(
            UUID id,
            long revision,
            String url,
            List<String> eventTypes,
            Webhook.State state,
            Instant createdAt,
            Instant updatedAt) {
        this(
                id,
                revision,
                url,
                eventTypes,
                state,
                JapanTime.of(createdAt),
                JapanTime.of(updatedAt),
                state == Webhook.State.ACTIVE
                        ? List.of("change", "delete", "renew-secret", "test")
                        : List.of("change", "delete", "renew-secret"));
    }
}
