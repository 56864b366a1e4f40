package jp.kakawari.registry.engagement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.EngagementRecorded.Status;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;

/** One entry of the ledger. What it says stays; only whether it holds is decided again. */
@Entity
class Engagement {

    @Id
    private UUID id;

    private long revision;
    private UUID supporter;
    private String municipality;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    private LocalDate occurredOn;

    @Enumerated(EnumType.STRING)
    private Status status;

    private BigDecimal quantity;

    @Enumerated(EnumType.STRING)
    private Unit unit;

    private UUID program;
    private String sourceSystem;
    private String sourceTransaction;
    private UUID recordedBy;

    @Enumerated(EnumType.STRING)
    private ContributionType contribution;

    private String scheme;
    private Instant createdAt;

    protected Engagement() {}

    /** A person takes back only what nobody has decided on yet. */
    void mustBeSelfReported() {
        if (status != Status.SELF_REPORTED) {
            throw new NotSelfReported();
        }
    }

    /** Attests or rejects it; saying so again changes nothing. */
    boolean decide(Status decided) {
        if (decided == Status.SELF_REPORTED) {
            throw new NotADecision(allowedActions());
        }
        if (status == decided) {
            return false;
        }
        status = decided;
        revision++;
        return true;
    }

    List<String> allowedActions() {
        return switch (status) {
            case SELF_REPORTED -> List.of("attest", "reject");
            case ATTESTED -> List.of("reject");
            case REJECTED -> List.of("attest");
        };
    }

    /** Whether it is the fact that is told. */
    boolean says(Fact fact) {
        return supporter.equals(fact.supporter())
                && activity == fact.activity()
                && occurredOn.equals(fact.occurredOn())
                && unit == fact.unit()
                && Objects.equals(program, fact.program())
                && contribution == fact.contribution()
                && Objects.equals(scheme, fact.scheme())
                && (quantity == null
                        ? fact.quantity() == null
                        : fact.quantity() != null && quantity.compareTo(fact.quantity()) == 0);
    }

    /** What the other services learn. */
    EngagementRecorded told(String subjectKey) {
        return new EngagementRecorded(
                id,
                revision,
                supporter,
                subjectKey,
                municipality,
                activity,
                occurredOn,
                status,
                quantity,
                unit,
                program);
    }

    /** What its person may do with it. */
    List<String> ownActions() {
        return status == Status.SELF_REPORTED ? List.of("withdraw") : List.of();
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    UUID supporter() {
        return supporter;
    }

    String municipality() {
        return municipality;
    }

    String sourceSystem() {
        return sourceSystem;
    }

    String sourceTransaction() {
        return sourceTransaction;
    }

    UUID program() {
        return program;
    }

    ContributionType contribution() {
        return contribution;
    }

    /** On whose account of points it is booked; null where on none. */
    String scheme() {
        return scheme;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
