package jp.kakawari.registry.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;

/**
 * A member grants a delegation, the intermediary accepts it, either revokes it (委任・承諾・解除). What it opens follows in the
 * same transaction here, and as soon as they hear of it in the other services.
 */
@ApplicationScoped
class Delegate {

    private final Delegations delegations;
    private final ActiveMembers members;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Delegate(Delegations delegations, ActiveMembers members, Outbox outbox, Caller caller, Clock clock) {
        this.delegations = delegations;
        this.members = members;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    DelegationView grant(DelegationRequest request) {
        UUID grantor = caller.organization().orElseThrow(NotYours::new);
        members.mustBeActive(grantor);
        request.check(grantor, caller.is(Roles.MUNICIPALITY), today());
        if (!members.isActiveIntermediary(request.intermediary())) {
            throw new InvalidBody()
                    .at("/intermediary", "is no intermediary that is an active member", "活動中の中間支援組織ではありません");
        }
        Delegation delegation =
                new Delegation(NewId.next(), grantor, caller.government().orElse(null), request, clock.instant());
        delegations.persist(delegation);
        outbox.append(delegation.told());
        return delegation.view(grantor, today());
    }

    @Transactional
    DelegationView accept(UUID id) {
        members.callerMustBeActive();
        Delegation delegation = ofMine(id);
        delegation.accept(asking(), today(), clock.instant());
        return told(delegation);
    }

    /** Also by who is suspended: what is taken back opens nothing. */
    @Transactional
    DelegationView revoke(UUID id) {
        Delegation delegation = ofMine(id);
        delegation.revoke(asking(), today(), clock.instant());
        return told(delegation);
    }

    @Transactional
    DelegationView read(UUID id) {
        return delegations
                .findByIdOptional(id)
                .filter(delegation -> caller.is(Roles.SECRETARIAT) || delegation.isBetween(asking()))
                .map(delegation -> delegation.view(asking(), today()))
                .orElseThrow(NotFound::new);
    }

    @Transactional
    List<DelegationView> page(Delegations.Filter filter, PageRequest page) {
        return delegations.page(filter, page).stream()
                .map(delegation -> delegation.view(asking(), today()))
                .toList();
    }

    @Transactional
    long count(Delegations.Filter filter) {
        return delegations.count(filter);
    }

    /** A filter that leaves those which the caller may know: its own; all for the secretariat. */
    Delegations.Filter visible(UUID grantor, UUID intermediary, String government) {
        return new Delegations.Filter(
                caller.is(Roles.SECRETARIAT) ? null : asking(), grantor, intermediary, government);
    }

    private DelegationView told(Delegation delegation) {
        delegations.flush();
        outbox.append(delegation.told());
        return delegation.view(asking(), today());
    }

    private Delegation ofMine(UUID id) {
        return delegations
                .held(id)
                .filter(delegation -> delegation.isBetween(asking()))
                .orElseThrow(NotFound::new);
    }

    private UUID asking() {
        return caller.organization().orElseThrow(NotYours::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
