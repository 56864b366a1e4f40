package jp.kakawari.registry.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Activity;

/** A municipality stamps the card of a member who came (来訪スタンプ): an entry of its ledger like any other, and a tie. */
@ApplicationScoped
public class StampVisit {

    private final Ledger ledger;
    private final Clock clock;

    StampVisit(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Once for each transaction; answers the entry. */
    @Transactional
    public UUID stamp(
            String municipality,
            UUID supporter,
            Activity activity,
            LocalDate day,
            String transaction,
            UUID recordedBy) {
        new EngagementRequest(supporter, null, activity, day, null, null, null, transaction)
                .check(LocalDate.now(clock));
        return ledger.enter(Fact.attested(
                        supporter,
                        municipality,
                        activity,
                        day,
                        null,
                        null,
                        RecordByMunicipality.SOURCE,
                        transaction,
                        recordedBy))
                .view()
                .id();
    }
}
