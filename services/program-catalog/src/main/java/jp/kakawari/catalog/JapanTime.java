package jp.kakawari.catalog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as people in Japan read them: with the offset +09:00. */
public final class JapanTime {

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(9);

    private JapanTime() {}

    public static OffsetDateTime of(OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(OFFSET);
    }

    public static OffsetDateTime of(Instant time) {
        return time == null ? null : time.atOffset(OFFSET);
    }
}
