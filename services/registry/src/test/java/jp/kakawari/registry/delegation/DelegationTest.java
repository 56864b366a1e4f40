package jp.kakawari.registry.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DelegationTest {

    private static final UUID TOWN = new UUID(1, 1);
    private static final UUID NPO = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private enum Step {
        ACCEPT,
        REVOKE_BY_TOWN,
        REVOKE_BY_NPO
    }

    /** Whatever was done on whichever days, and whatever was refused of it. */
    @Property(tries = 2000)
    void it_opens_what_it_names_while_it_is_accepted_unrevoked_and_in_force_that_day(
            @ForAll @NotEmpty Set<Scope> scopes,
            @ForAll("lengths") Integer length,
            @ForAll List<Step> steps,
            @ForAll @IntRange(min = -40, max = 80) int on,
            @ForAll Scope scope) {
        LocalDate until = length == null ? null : DAY.plusDays(length);
        Delegation delegation = granted(scopes, until);
        boolean accepted = false;
        boolean revoked = false;
        for (Step step : steps) {
            boolean refused = !done(delegation, step);
            accepted |= step == Step.ACCEPT && !refused;
            revoked |= step != Step.ACCEPT && !refused;
        }
        LocalDate day = DAY.plusDays(on);
        boolean inForce = !day.isBefore(DAY) && (until == null || !day.isAfter(until));
        assertThat(delegation.opens(scope, day)).isEqualTo(accepted && !revoked && inForce && scopes.contains(scope));
        assertThat(revoked).isEqualTo(steps.stream().anyMatch(step -> step != Step.ACCEPT));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, 40).injectNull(0.2);
    }

    @Test
    void only_the_two_sides_may_do_anything_and_only_the_intermediary_accepts() {
        Delegation delegation = granted(Set.of(Scope.PROGRAMS), null);
        assertThat(delegation.allowedActions(TOWN, DAY)).containsExactly("revoke");
        assertThat(delegation.allowedActions(NPO, DAY)).containsExactly("accept", "revoke");
        assertThat(delegation.allowedActions(OTHER, DAY)).isEmpty();
        assertThatThrownBy(() -> delegation.accept(TOWN, DAY, Instant.EPOCH))
                .isInstanceOf(NotAllowedForDelegation.class);
        delegation.revoke(NPO, DAY, Instant.EPOCH);
        assertThat(delegation.allowedActions(TOWN, DAY)).isEmpty();
        assertThatThrownBy(() -> delegation.accept(NPO, DAY, Instant.EPOCH))
                .isInstanceOf(NotAllowedForDelegation.class);
    }

    private static boolean done(Delegation delegation, Step step) {
        try {
            switch (step) {
                case ACCEPT -> delegation.accept(NPO, DAY, Instant.EPOCH);
                case REVOKE_BY_TOWN -> delegation.revoke(TOWN, DAY, Instant.EPOCH);
                case REVOKE_BY_NPO -> delegation.revoke(NPO, DAY, Instant.EPOCH);
            }
            return true;
        } catch (NotAllowedForDelegation refused) {
            return false;
        }
    }

    private static Delegation granted(Set<Scope> scopes, LocalDate until) {
        var request = new DelegationRequest(NPO, new HashSet<>(scopes), DAY, until);
        return new Delegation(UUID.randomUUID(), TOWN, "212172", request, Instant.EPOCH);
    }
}
