package jp.kakawari.matching.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.matching.need.Needs;
import jp.kakawari.matching.supporter.Supporters;
import jp.kakawari.matching.usage.Usage;
import jp.kakawari.web.Caller;

/** Recommends supporters who may be asked (推薦する) to those who look for helpers; only that it was answered is noted. */
@ApplicationScoped
class RecommendSupporters {
    @Inject
    Needs needs;

    @Inject
    Supporters supporters;

    @Inject
    Usage usage;

    @Inject
    Caller caller;

    @Transactional
    public List<RecommendedSupporter> forNeed(UUID id, int limit) {
        NeedChanged need = needs.forCaller(id);
        SupporterRanking ranking = new SupporterRanking(need, limit);
        supporters.reachable(need.municipality(), ranking::consider);
        caller.organization().ifPresent(usage::answered);
        return ranking.best();
    }
}
