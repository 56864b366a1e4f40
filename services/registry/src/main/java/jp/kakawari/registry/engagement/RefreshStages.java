package jp.kakawari.registry.engagement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.registry.supporter.Ties;

/**
 * Stages follow the calendar too (段階の見直し): an engagement that falls out of the time looked back on lowers a stage, and a
 * new version of the policy decides anew. A thousand supporters at a time, each step a transaction of its own; whatever is
 * right already stays untold, so replicas may all do it.
 */
@ApplicationScoped
class RefreshStages {

    private static final int STEP = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Ties ties;
    private final TieStages stages;
    private final StagePolicies policies;

    RefreshStages(Ties ties, TieStages stages, StagePolicies policies) {
        this.ties = ties;
        this.stages = stages;
        this.policies = policies;
    }

    @Scheduled(
            cron = "${kakawari.registry.stages-refreshed-at}",
            timeZone = "Asia/Tokyo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        UUID last = BEFORE_ALL;
        for (List<UUID> step = next(last); !step.isEmpty(); step = next(last)) {
            follow(step);
            last = step.getLast();
        }
    }

    private List<UUID> next(UUID last) {
        return QuarkusTransaction.requiringNew().call(() -> ties.engagedAfter(last, STEP));
    }

    /** Whoever was removed meanwhile is left alone: nothing may follow their tombstone. */
    void follow(List<UUID> supporters) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<UUID> active = ties.hold(supporters).entrySet().stream()
                    .filter(held -> held.getValue().active())
                    .map(Map.Entry::getKey)
                    .toList();
            ties.tell(stages.follow(active, policies.current()));
        });
    }
}
