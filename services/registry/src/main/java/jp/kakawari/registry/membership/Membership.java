package jp.kakawari.registry.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.registry.MembershipChanged;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;

/** A supporter in a scheme. Lists make and change it set by set; what it must never be is said in its table's constraints. */
@Entity
class Membership {

    @Id
    private UUID id;

    private long revision;
    private String municipality;
    private String scheme;
    private UUID supporter;
    private String number;
    private int policy;
    private String tier;
    private LocalDate joinedOn;
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private State state;

    private LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private Ending endedBecause;

    private String source;
    private Instant createdAt;
    private Instant updatedAt;

    protected Membership() {}

    /** Ends, if it hasn't, and keeps nothing by which the person could be found on a card. */
    void forget(LocalDate today, Instant now) {
        if (state == State.ACTIVE) {
            state = State.ENDED;
            endedOn = today.isBefore(joinedOn) ? joinedOn : today;
        }
        endedBecause = Ending.ERASED;
        number = null;
        validUntil = null;
        updatedAt = now;
        revision++;
    }

    /** Whether it holds on that day: neither ended nor past its validity. */
    boolean holds(LocalDate day) {
        return state == State.ACTIVE && (validUntil == null || !validUntil.isBefore(day));
    }

    /** What the other services learn. */
    MembershipChanged told() {
        return new MembershipChanged(
                id,
                revision,
                state,
                scheme,
                municipality,
                supporter,
                tier,
                policy,
                joinedOn,
                validUntil,
                endedOn,
                endedBecause);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    String source() {
        return source;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
