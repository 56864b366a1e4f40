package jp.kakawari.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/**
 * A member proposes an agreement, the others accept, any of them ends it (協定の提案・同意・終了). What it shares is open while
 * it is in force, and to its parties only.
 */
@ApplicationScoped
class ConcludeAgreement {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Agreements agreements;
    private final PartyCounts counts;
    private final ActiveMembers members;
    private final Caller caller;
    private final Clock clock;

    ConcludeAgreement(Agreements agreements, PartyCounts counts, ActiveMembers members, Caller caller, Clock clock) {
        this.agreements = agreements;
        this.counts = counts;
        this.members = members;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AgreementView propose(AgreementRequest request) {
        UUID proposer = caller.organization().orElseThrow(NotYours::new);
        members.mustBeActive(proposer);
        request.check(proposer, today());
        Agreement agreement = new Agreement(NewId.next(), request);
        agreement.accept(proposer, caller.government().orElse(null), today(), clock.instant());
        agreements.persist(agreement);
        return agreement.view(proposer, today());
    }

    @Transactional
    AgreementView accept(UUID id) {
        members.callerMustBeActive();
        Agreement agreement = ofMine(id);
        agreement.accept(asking(), caller.government().orElse(null), today(), clock.instant());
        return agreement.view(asking(), today());
    }

    @Transactional
    AgreementView end(UUID id) {
        Agreement agreement = ofMine(id);
        agreement.end(asking(), today(), clock.instant());
        return agreement.view(asking(), today());
    }

    @Transactional
    AgreementView read(UUID id) {
        return seen(id).view(asking(), today());
    }

    @Transactional
    List<AgreementView> page(Agreements.Filter filter, PageRequest page) {
        return agreements.page(filter, asking(), page).stream()
                .map(agreement -> agreement.view(asking(), today()))
                .toList();
    }

    @Transactional
    long count(Agreements.Filter filter) {
        return agreements.count(filter, asking());
    }

    /** Sums of the municipalities that are parties, for a party and while the agreement shares them. */
    @Transactional
    List<PartyCounts.Count> supporterCounts(UUID id) {
        members.callerMustBeActive();
        Agreement agreement = seen(id);
        if (agreement.party(asking()).isEmpty()) {
            throw new NotYours();
        }
        AgreementState state = agreement.state(today());
        if (state != AgreementState.IN_FORCE || !agreement.shares(SharedData.SUPPORTER_COUNTS)) {
            throw new NotShared(state);
        }
        return counts.of(agreement.governments());
    }

    private Agreement ofMine(UUID id) {
        Agreement agreement = agreements.held(id).orElseThrow(NotFound::new);
        if (agreement.party(asking()).isEmpty()) {
            throw agreement.isPublic() ? new NotYours() : new NotFound();
        }
        return agreement;
    }

    private Agreement seen(UUID id) {
        return agreements
                .of(id)
                .filter(agreement ->
                        agreement.isPublic() || agreement.party(asking()).isPresent())
                .orElseThrow(NotFound::new);
    }

    private UUID asking() {
        return caller.organization().orElse(NOBODY);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
