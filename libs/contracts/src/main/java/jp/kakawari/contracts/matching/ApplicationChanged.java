package jp.kakawari.contracts.matching;

import java.time.OffsetDateTime;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * The state of an application (応募).
 *
 * @param municipality 6-digit code of the host municipality, null where the host is none
 * @param channel member organisation through which it came, null for the person's own
 * @param acceptedAt when a place was first accepted, null before; stays after a withdrawal
 */
public record ApplicationChanged(
        UUID id,
        long revision,
        UUID program,
        UUID supporter,
        String municipality,
        UUID channel,
        State state,
        OffsetDateTime submittedAt,
        OffsetDateTime acceptedAt,
        OffsetDateTime changedAt)
        implements Event {

    public enum State {
        SUBMITTED,
        WAITING,
        OFFERED,
        ACCEPTED,
        ATTENDED,
        DECLINED,
        WITHDRAWN,
        EXPIRED,
        NO_SHOW
    }

    @Override
    public Topic topic() {
        return Topic.MATCHING_APPLICATION;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.matching.application-changed.v1";
    }
}
