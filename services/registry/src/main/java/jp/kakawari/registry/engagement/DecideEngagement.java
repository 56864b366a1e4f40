package jp.kakawari.registry.engagement;

import jakarta.enterprise.context.ApplicationScoped;
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

    DecideEngagement(
            Engagements engagements,
            Ties ties,
            TieStages stages,
            StagePolicies policies,
            FollowTiers tiers,
            Outbox outbox) {
        this.engagements = engagements;
        this.ties = ties;
        this.stages = stages;
        this.policies = policies;
        this.tiers = tiers;
        this.outbox = outbox;
    }

    @Transactional
    EngagementView decide(String municipality, UUID id, String ifMatch, Status status) {
        UUID supporter = engagements.supporterOf(municipality, id).orElseThrow(NotFound::new);
        Map<UUID, Ties.Known> held = ties.hold(List.of(supporter));
        Engagement engagement = engagements.of(municipality, id).orElseThrow(NotFound::new);
        ETags.mustMatch(ifMatch, engagement.revision());
        if (engagement.decide(status)) {
            engagements.flush();
            if (held.get(supporter).active()) {
                ties.tell(stages.follow(List.of(supporter), policies.current()));
                tiers.follow(List.of(supporter));
            }
            outbox.append(engagement.told(held.get(supporter).subjectKey()));
        }
        return EngagementView.of(engagement);
    }
}
