package jp.kakawari.registry.engagement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.registry.stage.StagePolicy;
import jp.kakawari.registry.supporter.Ties;

/** Stages and last days of ties, counted again from the ledger each time, never incremented. */
@ApplicationScoped
class TieStages {

    private final Engagements engagements;
    private final Ties ties;
    private final Clock clock;

    TieStages(Engagements engagements, Ties ties, Clock clock) {
        this.engagements = engagements;
        this.ties = ties;
        this.clock = clock;
    }

    /** Recounts the ties of these supporters, who must be held; answers whose ties changed. */
    @Transactional(MANDATORY)
    Set<UUID> follow(Collection<UUID> supporters, StagePolicy policy) {
        var standings = engagements.standings(supporters, policy.countsFrom(LocalDate.now(clock))).stream()
                .map(standing -> new Ties.Standing(
                        standing.supporter(),
                        standing.municipality(),
                        policy.stageFor(standing.counted()),
                        standing.lastActiveOn()))
                .toList();
        return ties.stand(standings, policy);
    }
}
