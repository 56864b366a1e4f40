package jp.kakawari.registry.contactlist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import jp.kakawari.registry.audience.Segment;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For what addresses are needed, of whom and how long. */
@Schema(description = "郵送・発送の名簿の申請")
record ContactListRequest(
        @NotNull Channel channel,

        @NotBlank @Size(max = 500) @Schema(description = "利用目的", examples = "お米とお便りの発送")
        String purpose,

        @NotNull @Schema(description = "利用期限: at most 90 days ahead", examples = "2026-12-20T00:00:00+09:00")
        OffsetDateTime expiresAt,

        @Valid @Schema(description = "対象; none is everybody who agreed")
        Segment segment) {

    private static final Duration LONGEST = Duration.ofDays(90);

    void check(Instant now) {
        if (!expiresAt.toInstant().isAfter(now)) {
            throw new InvalidBody().at("/expiresAt", "is over already", "すでに過ぎた日時です");
        }
        if (expiresAt.toInstant().isAfter(now.plus(LONGEST))) {
            throw new InvalidBody().at("/expiresAt", "is more than 90 days ahead", "利用期限は90日以内で指定してください");
        }
        segmentOrAll().check("/segment");
    }

    Segment segmentOrAll() {
        return segment == null ? Segment.ALL : segment;
    }
}
