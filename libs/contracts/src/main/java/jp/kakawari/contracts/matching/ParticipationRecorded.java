package jp.kakawari.contracts.matching;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * Somebody took part (参加): a fact, told once.
 *
 * @param municipality 6-digit code of the host municipality, null where the host is none
 * @param hours time given, null when not measured
 */
public record ParticipationRecorded(
        UUID id,
        UUID application,
        UUID program,
        UUID supporter,
        String municipality,
        Activity activity,
        OffsetDateTime checkedInAt,
        BigDecimal hours)
        implements Event {

    @Override
    public Topic topic() {
        return Topic.MATCHING_PARTICIPATION;
    }

    @Override
    public String key() {
        return supporter.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.matching.participation-recorded.v1";
    }
}
