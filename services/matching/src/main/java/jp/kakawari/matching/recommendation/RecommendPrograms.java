package jp.kakawari.matching.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.matching.recommendation.Recommender.Wanted;
import jp.kakawari.matching.supporter.Supporters;
import jp.kakawari.matching.supporter.Supporters.Seeking;
import jp.kakawari.matching.usage.Usage;
import jp.kakawari.web.Caller;

/** Recommends programs (推薦する) to an anonymous profile or a known supporter; only that it was answered is noted. */
@ApplicationScoped
class RecommendPrograms {
    @Inject
    LiveIndex index;

    @Inject
    Supporters supporters;

    @Inject
    Usage usage;

    @Inject
    Caller caller;

    /** An anonymous profile is of whom the caller would register. */
    @Transactional
    public List<Recommendation> to(Profile profile) {
        Instant openAt = profile.openOnly() ? Instant.now() : null;
        return best(
                Seeker.of(profile),
                new Wanted(
                        profile.limit(), openAt, Set.of(), caller.organization().orElse(null)));
    }

    /** Without what they have applied to already, and what is open to the people of others only. */
    @Transactional
    public List<Recommendation> to(UUID id, int limit) {
        Seeking one = supporters.forCaller(id);
        return best(
                Seeker.of(one.supporter()),
                new Wanted(limit, Instant.now(), one.applied(), one.supporter().registeredBy()));
    }

    private List<Recommendation> best(Seeker seeker, Wanted wanted) {
        List<Recommendation> best = index.read(programs -> new Recommender(programs, seeker).best(wanted));
        caller.organization().ifPresent(usage::answered);
        return best;
    }
}
