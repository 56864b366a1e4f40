package jp.kakawari.registry.agreement;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** One side of an agreement. Its own token says which government it is, when it accepts. */
@Embeddable
class Party {

    private UUID organization;
    private String government;
    private Instant acceptedAt;

    protected Party() {}

    Party(UUID organization) {
        this.organization = organization;
    }

    void accept(String asGovernment, Instant now) {
        government = asGovernment;
        acceptedAt = now;
    }

    UUID organization() {
        return organization;
    }

    String government() {
        return government;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Party party && organization.equals(party.organization);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(organization);
    }
}
