package jp.kakawari.registry.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.contracts.registry.DelegationChanged.State;
import jp.kakawari.web.JapanTime;

/** What an intermediary may do for another member. It opens nothing before both agreed, outside its days or once revoked. */
@Entity
class Delegation {

    @Id
    private UUID id;

    private long revision;
    private UUID grantor;
    private String government;
    private UUID intermediary;
    private List<String> scopes;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private Instant grantedAt;
    private Instant acceptedAt;
    private Instant revokedAt;
    private UUID revokedBy;
    private Instant updatedAt;

    protected Delegation() {}

    Delegation(UUID id, UUID grantor, String government, DelegationRequest request, Instant now) {
        this.id = id;
        this.grantor = grantor;
        this.government = government;
        this.intermediary = request.intermediary();
        this.scopes = request.scopes().stream().map(Scope::name).sorted().toList();
        this.validFrom = request.validFrom();
        this.validUntil = request.validUntil();
        this.grantedAt = now;
        changed(now);
    }

    void accept(UUID organization, LocalDate today, Instant now) {
        mustAllow("accept", organization, today);
        acceptedAt = now;
        changed(now);
    }

    /** Either side ends it, at once; an intermediary that declines does so too. */
    void revoke(UUID organization, LocalDate today, Instant now) {
        mustAllow("revoke", organization, today);
        revokedAt = now;
        revokedBy = organization;
        changed(now);
    }

    private void changed(Instant now) {
        updatedAt = now;
        revision++;
    }

    private void mustAllow(String action, UUID organization, LocalDate today) {
        List<String> allowed = allowedActions(organization, today);
        if (!allowed.contains(action)) {
            throw new NotAllowedForDelegation(action, state(today), allowed);
        }
    }

    /** What that organisation may do with it; nothing for who is neither side. */
    List<String> allowedActions(UUID organization, LocalDate today) {
        DelegationState now = state(today);
        if (!isBetween(organization) || now == DelegationState.REVOKED || now == DelegationState.OVER) {
            return List.of();
        }
        List<String> allowed = new ArrayList<>();
        if (now == DelegationState.GRANTED && intermediary.equals(organization)) {
            allowed.add("accept");
        }
        allowed.add("revoke");
        return allowed;
    }

    /** Whether that day the intermediary may do this for the grantor: the rule behind every right that a delegation gives. */
    boolean opens(Scope scope, LocalDate day) {
        return state(day) == DelegationState.IN_FORCE && scopes.contains(scope.name());
    }

    DelegationState state(LocalDate day) {
        if (revokedAt != null) {
            return DelegationState.REVOKED;
        }
        if (validUntil != null && day.isAfter(validUntil)) {
            return DelegationState.OVER;
        }
        if (acceptedAt == null) {
            return DelegationState.GRANTED;
        }
        return day.isBefore(validFrom) ? DelegationState.UPCOMING : DelegationState.IN_FORCE;
    }

    boolean isBetween(UUID organization) {
        return grantor.equals(organization) || intermediary.equals(organization);
    }

    /** What the other services learn of it. */
    DelegationChanged told() {
        State told = revokedAt != null ? State.REVOKED : acceptedAt != null ? State.ACCEPTED : State.GRANTED;
        return new DelegationChanged(
                id, revision, told, grantor, government, intermediary, scopes(), validFrom, validUntil);
    }

    DelegationView view(UUID asking, LocalDate today) {
        return new DelegationView(
                id,
                revision,
                grantor,
                government,
                intermediary,
                scopes(),
                validFrom,
                validUntil,
                state(today),
                JapanTime.of(grantedAt),
                JapanTime.of(acceptedAt),
                JapanTime.of(revokedAt),
                revokedBy,
                allowedActions(asking, today));
    }

    private List<Scope> scopes() {
        return scopes.stream().map(Scope::valueOf).toList();
    }
}
