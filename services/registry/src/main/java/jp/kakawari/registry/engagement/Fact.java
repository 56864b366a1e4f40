package jp.kakawari.registry.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;

/**
 * An attested fact as its source tells it.
 *
 * @param sourceTransaction its id at the source: told twice, it stays one entry
 * @param recordedBy the organisation that tells it, null where a service does
 */
record Fact(
        UUID supporter,
        String municipality,
        Activity activity,
        LocalDate occurredOn,
        BigDecimal quantity,
        Unit unit,
        UUID program,
        String sourceSystem,
        String sourceTransaction,
        UUID recordedBy) {}
