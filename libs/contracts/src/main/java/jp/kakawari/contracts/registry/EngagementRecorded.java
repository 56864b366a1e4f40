package jp.kakawari.contracts.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * A dated fact of the engagement ledger (関わりの記録).
 *
 * @param municipality 6-digit code of the municipality that it was for
 * @param program the program that it came from, null otherwise
 * @param status SELF_REPORTED, ATTESTED or REJECTED; a later state has a higher revision
 * @param quantity how much, in {@code unit}; null when not measured, below zero for points that were used
 */
public record EngagementRecorded(
        UUID id,
        long revision,
        UUID supporter,
        String subjectKey,
        String municipality,
        Activity activity,
        LocalDate occurredOn,
        Status status,
        BigDecimal quantity,
        Unit unit,
        UUID program)
        implements Event {

    public enum Status {
        SELF_REPORTED,
        ATTESTED,
        REJECTED
    }

    public enum Unit {
        DAYS,
        HOURS,
        YEN,
        ITEMS,
        TIMES,
        /** ポイント: below zero where they were used */
        POINTS
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_ENGAGEMENT;
    }

    @Override
    public String key() {
        return supporter.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.engagement-recorded.v1";
    }
}
