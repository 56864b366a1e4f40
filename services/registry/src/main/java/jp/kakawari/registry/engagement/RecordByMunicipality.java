package jp.kakawari.registry.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.supporter.FindTied;

/** A municipality records what one of its own supporters did (自治体による記録); that attests it. */
@ApplicationScoped
class RecordByMunicipality {

    /** What a municipality tells one by one. */
    static final String SOURCE = "municipality";

    private final FindTied tied;
    private final Ledger ledger;
    private final Clock clock;

    RecordByMunicipality(FindTied tied, Ledger ledger, Clock clock) {
        this.tied = tied;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    Ledger.Entered record(String municipality, EngagementRequest request, UUID recordedBy) {
        request.check(LocalDate.now(clock));
        return ledger.enter(fact(municipality, request, recordedBy));
    }

    private Fact fact(String municipality, EngagementRequest request, UUID recordedBy) {
        return Fact.attested(
                        tied.named(municipality, request.supporter(), request.memberNumber()),
                        municipality,
                        request.activity(),
                        request.occurredOn(),
                        request.quantity(),
                        request.unit(),
                        SOURCE,
                        request.sourceTransaction(),
                        recordedBy)
                .helping(request.contribution());
    }
}
