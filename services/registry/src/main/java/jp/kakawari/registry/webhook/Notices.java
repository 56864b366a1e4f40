package jp.kakawari.registry.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.matching.ApplicationChanged;
import jp.kakawari.contracts.registry.AccrualChanged;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DeliveryCounted;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.contracts.registry.MembershipChanged;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.TierChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.registry.consent.ConsentDecided;
import jp.kakawari.registry.ladder.MoveTakenBack;

/** The one place that decides who is told of an event, and what. */
final class Notices {

    private Notices() {}

    static Notice of(Received<ProgramChanged> told, ProgramChanged program) {
        return Notice.toAll(told.id(), EventType.PROGRAM_CHANGED, told.time(), program);
    }

    static Notice of(Received<OrganizationChanged> told, OrganizationChanged organization) {
        return Notice.toAll(told.id(), EventType.ORGANIZATION_CHANGED, told.time(), organization);
    }

    /** A removal tells nobody whom it concerned: {@link TellRemovals} did while it was still known. */
    static Notice of(Received<SupporterChanged> told, SupporterChanged supporter) {
        return Notice.to(
                some(supporter.registeredBy()),
                supporter.ties().stream()
                        .map(SupporterChanged.Tie::municipality)
                        .toList(),
                told.id(),
                EventType.SUPPORTER_CHANGED,
                told.time(),
                data("id", supporter.id(), "revision", supporter.revision(), "state", supporter.state()));
    }

    static Notice of(Received<EngagementRecorded> told, EngagementRecorded engagement) {
        Map<String, Object> data =
                data("id", engagement.id(), "revision", engagement.revision(), "status", engagement.status());
        data.put("supporter", engagement.supporter());
        data.put("municipality", engagement.municipality());
        return Notice.to(
                List.of(),
                some(engagement.municipality()),
                told.id(),
                EventType.ENGAGEMENT_RECORDED,
                told.time(),
                data);
    }

    static Notice of(Received<MembershipChanged> told, MembershipChanged membership) {
        Map<String, Object> data =
                data("id", membership.id(), "revision", membership.revision(), "state", membership.state());
        data.put("scheme", membership.scheme());
        return Notice.to(
                List.of(), some(membership.municipality()), told.id(), EventType.MEMBERSHIP_CHANGED, told.time(), data);
    }

    static Notice of(Received<NeedChanged> told, NeedChanged need) {
        return Notice.toAll(told.id(), EventType.NEED_CHANGED, told.time(), need);
    }

    static Notice of(Received<TierChanged> told, TierChanged change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", change.id());
        data.put("membership", change.membership());
        data.put("scheme", change.scheme());
        data.put("tierBefore", change.tierBefore());
        data.put("tierAfter", change.tierAfter());
        return Notice.to(List.of(), some(change.municipality()), told.id(), EventType.TIER_CHANGED, told.time(), data);
    }

    /** One that is gone tells nobody whose it was: {@link TellRemovals} did while it was still known. */
    static Notice of(Received<LadderMoved> told, LadderMoved move) {
        Map<String, Object> data = data("id", move.id(), "revision", move.revision(), "state", move.state());
        data.put("supporter", move.supporter());
        data.put("from", move.from());
        data.put("to", move.to());
        data.put("movedOn", move.movedOn());
        return Notice.to(List.of(), some(move.municipality()), told.id(), EventType.LADDER_MOVED, told.time(), data);
    }

    static Notice of(Received<DelegationChanged> told, DelegationChanged delegation) {
        Map<String, Object> data =
                data("id", delegation.id(), "revision", delegation.revision(), "state", delegation.state());
        data.put("grantor", delegation.grantor());
        data.put("intermediary", delegation.intermediary());
        return Notice.to(
                List.of(delegation.grantor(), delegation.intermediary()),
                List.of(),
                told.id(),
                EventType.DELEGATION_CHANGED,
                told.time(),
                data);
    }

    /** Sums of letters, in which nobody is. */
    static Notice of(Received<DeliveryCounted> told, DeliveryCounted counted) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", counted.id());
        data.put("revision", counted.revision());
        data.put("kind", counted.kind());
        data.put("sent", counted.sent());
        data.put("refused", counted.refused());
        return Notice.to(
                List.of(), some(counted.municipality()), told.id(), EventType.DELIVERY_COUNTED, told.time(), data);
    }

    /** That there are other sums; which, the API tells. */
    static Notice of(Received<AccrualChanged> told, AccrualChanged accrual) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("scheme", accrual.scheme());
        data.put("revision", accrual.revision());
        data.put("operator", accrual.operator());
        data.put("municipality", accrual.municipality());
        return Notice.to(
                some(accrual.operator()),
                some(accrual.municipality()),
                told.id(),
                EventType.ACCRUAL_CHANGED,
                told.time(),
                data);
    }

    static Notice of(Received<ApplicationChanged> told, ApplicationChanged application) {
        Map<String, Object> data =
                data("id", application.id(), "revision", application.revision(), "state", application.state());
        data.put("program", application.program());
        return Notice.to(
                some(application.channel()),
                some(application.municipality()),
                told.id(),
                EventType.APPLICATION_CHANGED,
                told.time(),
                data);
    }

    static Notice of(ConsentDecided decided, UUID event, Instant at) {
        Map<String, Object> data =
                data("id", decided.supporter(), "revision", decided.revision(), "state", decided.state());
        data.put("purpose", decided.purpose());
        return Notice.to(
                decided.recipient().organization(),
                decided.recipient().municipality().stream().toList(),
                event,
                EventType.CONSENT_CHANGED,
                at,
                data);
    }

    static Map<String, Object> removed(UUID supporter, long revision) {
        return data("id", supporter, "revision", revision, "state", SupporterChanged.State.REMOVED);
    }

    static Map<String, Object> takenBack(MoveTakenBack move) {
        return data("id", move.move(), "revision", move.revision(), "state", LadderMoved.State.REMOVED);
    }

    /** For the municipality alone, which sees nobody there any more. */
    static Map<String, Object> tieEnded(UUID supporter, long revision) {
        return data("id", supporter, "revision", revision, "state", "TIE_ENDED");
    }

    private static <T> List<T> some(T one) {
        return Stream.ofNullable(one).toList();
    }

    private static Map<String, Object> data(
            String id, UUID value, String revision, long count, String state, Object standing) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(id, value);
        data.put(revision, count);
        data.put(state, standing);
        return data;
    }
}
