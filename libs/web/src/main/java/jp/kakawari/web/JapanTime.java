package jp.kakawari.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Times as people in Japan read them: days begin at midnight there, and answers carry +09:00. */
public final class JapanTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private JapanTime() {}

    /** The same instant with +09:00; null stays null. */
    public static OffsetDateTime of(Instant instant) {
        return instant == null ? null : instant.atZone(ZONE).toOffsetDateTime();
    }

    /** The same instant with +09:00; null stays null. */
    public static OffsetDateTime of(OffsetDateTime time) {
        return time == null ? null : of(time.toInstant());
    }
}
