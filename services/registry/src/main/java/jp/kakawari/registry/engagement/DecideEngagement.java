package jp.kakawari.registry.engagement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.registry.EngagementRecorded.Status;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.registry.tier.FollowTiers;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;

/** A municipality attests or rejects an entry (確認・却下); the tie's stage and tiers are right again in the same transaction. */
@ApplicationScoped
class DecideEngagement {

    private final Engagements engagements;
    private final Ties ties;
    private final TieStages stages;
    private final StagePolicies policies;
    private final FollowTiers tiers;
    private final Outbox outbox;
    private final Event<ProgramsDone> programs;

    DecideEngagement(
            Engagements engagements,
            Ties ties,
            TieStages stages,
            StagePolicies policies,
            FollowTiers tiers,
            Outbox outbox,
            Event<ProgramsDone> programs) {
        this.engagements = engagements;
        this.ties = ties;
        this.stages = stages;
        this.policies = policies;
        this.tiers = tiers;
        this.outbox = outbox;
        this.programs = programs;
    }

    @Transactional
    EngagementView decide(String municipality, UUID id, String ifMatch, Status status) {
        UUID supporter = engagements.supporterOf(municipality, id).orElseThrow(NotFound::new);
        Map<UUID, Ties.Known> held = ties.hold(List.of(supporter));
        Engagement engagement = engagements.of(municipality, id).orElseThrow(NotFound::new);
        ETags.mustMatch(ifMatch, engagement.revision());
        if (engagement.decide(status)) {
            settle(engagement, held.get(supporter));
        }
        return EngagementView.of(engagement);
    }

    /** The person takes back what nobody has decided on. */
    @Transactional(MANDATORY)
    Engagement withdraw(UUID me, UUID id) {
        Map<UUID, Ties.Known> held = ties.hold(List.of(me));
        Engagement engagement = engagements.ownOf(me, id).orElseThrow(NotFound::new);
        engagement.mustBeSelfReported();
        engagement.decide(Status.REJECTED);
        settle(engagement, held.get(me));
        return engagement;
    }

    private void settle(Engagement engagement, Ties.Known supporter) {
        engagements.flush();
        mustCover(engagement);
        if (supporter.active()) {
            ties.tell(stages.follow(List.of(engagement.supporter()), policies.current()));
            tiers.follow(List.of(engagement.supporter()));
        }
        outbox.append(engagement.told(supporter.subjectKey()));
        RecordEngagements.tellPrograms(List.of(engagement), programs);
    }

    /** An account of points is never below zero. */
    private void mustCover(Engagement engagement) {
        if (engagement.scheme() != null) {
            engagements.points(engagement.supporter(), engagement.scheme()).mustCover();
        }
    }
}
