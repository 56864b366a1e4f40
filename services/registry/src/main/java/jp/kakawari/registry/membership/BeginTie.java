package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.registry.supporter.Ties;

/** Whoever becomes a member is tied to the municipality that keeps the membership (関わりの開始). */
@ApplicationScoped
class BeginTie {

    private final Ties ties;
    private final StagePolicies policies;

    BeginTie(Ties ties, StagePolicies policies) {
        this.ties = ties;
        this.policies = policies;
    }

    /** The supporter must be held. */
    void begin(UUID supporter, String municipality, LocalDate today) {
        ties.tell(ties.begin(
                List.of(new Ties.Beginning(supporter, municipality, Origin.OTHER, today, true)), policies.current()));
    }
}
