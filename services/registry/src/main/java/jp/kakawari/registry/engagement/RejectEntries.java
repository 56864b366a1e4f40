package jp.kakawari.registry.engagement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.registry.tier.FollowTiers;

/** Entries are rejected in sets (記録の取消し), as their source takes them back: stages and tiers are right again at once. */
@ApplicationScoped
class RejectEntries {

    private final Engagements engagements;
    private final Ties ties;
    private final TieStages stages;
    private final StagePolicies policies;
    private final FollowTiers tiers;
    private final Outbox outbox;
    private final Event<ProgramsDone> programs;

    RejectEntries(
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

    @Transactional(MANDATORY)
    void reject(Collection<UUID> entries) {
        Map<UUID, Ties.Known> held = ties.hold(engagements.supportersOf(entries));
        List<Engagement> rejected = engagements.reject(entries);
        Set<UUID> active = rejected.stream()
                .map(Engagement::supporter)
                .filter(supporter -> held.get(supporter).active())
                .collect(Collectors.toSet());
        if (!active.isEmpty()) {
            ties.tell(stages.follow(active, policies.current()));
            tiers.follow(active);
        }
        outbox.append(rejected.stream()
                .map(entry -> entry.told(held.get(entry.supporter()).subjectKey()))
                .toList());
        RecordEngagements.tellPrograms(rejected, programs);
    }
}
