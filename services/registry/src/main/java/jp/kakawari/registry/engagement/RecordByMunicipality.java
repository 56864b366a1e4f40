package jp.kakawari.registry.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.web.InvalidBody;

/** A municipality records what one of its own supporters did (自治体による記録); that attests it. */
@ApplicationScoped
class RecordByMunicipality {

    static final String SOURCE = "municipality";

    /** The entry, and whether it is new. */
    record Outcome(EngagementView view, boolean isNew) {}

    private final Ties ties;
    private final RecordEngagements recording;
    private final Engagements engagements;
    private final Clock clock;

    RecordByMunicipality(Ties ties, RecordEngagements recording, Engagements engagements, Clock clock) {
        this.ties = ties;
        this.recording = recording;
        this.engagements = engagements;
        this.clock = clock;
    }

    @Transactional
    Outcome record(String municipality, EngagementRequest request, UUID recordedBy) {
        request.check(LocalDate.now(clock));
        return enter(fact(municipality, request, recordedBy));
    }

    /** A fact that the municipality knows for itself, in the caller's transaction. */
    Outcome enter(Fact fact) {
        List<Engagement> entered = recording.record(List.of(fact));
        if (!entered.isEmpty()) {
            return new Outcome(EngagementView.of(entered.getFirst()), true);
        }
        Engagement known = engagements
                .byTransaction(fact.municipality(), fact.sourceTransaction())
                .filter(engagement -> engagement.says(fact))
                .orElseThrow(TransactionDiffers::new);
        return new Outcome(EngagementView.of(known), false);
    }

    private Fact fact(String municipality, EngagementRequest request, UUID recordedBy) {
        Optional<UUID> supporter = request.supporter() == null
                ? ties.ofMember(municipality, request.memberNumber())
                : ties.of(municipality, request.supporter());
        return new Fact(
                supporter.orElseThrow(() -> notTied(request)),
                municipality,
                request.activity(),
                request.occurredOn(),
                request.quantity(),
                request.unit(),
                null,
                SOURCE,
                request.sourceTransaction(),
                recordedBy);
    }

    private static RuntimeException notTied(EngagementRequest request) {
        String pointer = request.supporter() == null ? "/memberNumber" : "/supporter";
        return new InvalidBody().at(pointer, "is nobody on your list", "この自治体の関係人口として登録されていません");
    }
}
