package jp.kakawari.registry.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Status;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;

/**
 * A fact as its source tells it.
 *
 * @param sourceTransaction its id at the source: told twice, it stays one entry
 * @param recordedBy the organisation that tells it, null where a service or the person does
 * @param scheme on whose account of points it is booked, else null
 */
public record Fact(
        UUID supporter,
        String municipality,
        Activity activity,
        LocalDate occurredOn,
        BigDecimal quantity,
        Unit unit,
        UUID program,
        String sourceSystem,
        String sourceTransaction,
        UUID recordedBy,
        Status status,
        ContributionType contribution,
        String scheme) {

    /** One that whoever tells it knows for themself. */
    public static Fact attested(
            UUID supporter,
            String municipality,
            Activity activity,
            LocalDate occurredOn,
            BigDecimal quantity,
            Unit unit,
            String sourceSystem,
            String sourceTransaction,
            UUID recordedBy) {
        return new Fact(
                supporter,
                municipality,
                activity,
                occurredOn,
                quantity,
                unit,
                null,
                sourceSystem,
                sourceTransaction,
                recordedBy,
                Status.ATTESTED,
                null,
                null);
    }

    /** The same, helping for that; null: nothing is said. */
    Fact helping(ContributionType contribution) {
        return with(program, status, contribution, scheme);
    }

    /** The same, out of a program. */
    Fact outOf(UUID program) {
        return with(program, status, contribution, scheme);
    }

    /** The same, which nobody has attested yet. */
    Fact selfReported() {
        return with(program, Status.SELF_REPORTED, contribution, scheme);
    }

    /** The same, booked on the supporter's account of that scheme. */
    public Fact bookedOn(String scheme) {
        return with(program, status, contribution, scheme);
    }

    private Fact with(UUID program, Status status, ContributionType contribution, String scheme) {
        return new Fact(
                supporter,
                municipality,
                activity,
                occurredOn,
                quantity,
                unit,
                program,
                sourceSystem,
                sourceTransaction,
                recordedBy,
                status,
                contribution,
                scheme);
    }
}
