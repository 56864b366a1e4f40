package jp.kakawari.registry.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * Who acts for a municipality (自治体としての操作): itself, and an intermediary as long as a delegation between two active
 * members lets it do that today.
 */
@ApplicationScoped
public class ActingFor {

    private final Caller caller;
    private final Delegations delegations;
    private final ActiveMembers members;
    private final Clock clock;

    ActingFor(Caller caller, Delegations delegations, ActiveMembers members, Clock clock) {
        this.caller = caller;
        this.delegations = delegations;
        this.members = members;
        this.clock = clock;
    }

    /** The same for who writes: whoever is suspended or has left is refused, too (403, organization-inactive). */
    public void mustWrite(Scope scope, LocalGovernmentCode municipality) {
        must(scope, municipality);
        members.callerMustBeActive();
    }

    /** Passes for the municipality itself and for whom it delegated this to; everybody else is refused. */
    public void must(Scope scope, LocalGovernmentCode municipality) {
        if (!caller.is(Roles.INTERMEDIARY)) {
            caller.mustActFor(municipality.value());
            return;
        }
        UUID intermediary = caller.organization().orElseThrow(NotYours::new);
        LocalDate today = LocalDate.now(clock);
        boolean open = delegations.between(municipality.value(), intermediary).stream()
                .anyMatch(delegation -> delegation.opens(scope, today));
        if (!open) {
            throw new NotDelegated(scope);
        }
    }
}
