package jp.kakawari.registry.engagement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.supporter.Ties;

/** The ledger for whoever else has facts for it (関わりの記録への記帳), in their transaction; ties, stages and tiers follow. */
@ApplicationScoped
public class Ledger {

    /** Source of what a municipality tells for itself. */
    public static final String MUNICIPALITY = RecordByMunicipality.SOURCE;

    /** The entry, and whether it is new. */
    public record Entered(EngagementView view, boolean isNew) {}

    private final RecordEngagements recording;
    private final RejectEntries rejecting;
    private final Engagements engagements;
    private final Ties ties;

    Ledger(RecordEngagements recording, RejectEntries rejecting, Engagements engagements, Ties ties) {
        this.recording = recording;
        this.rejecting = rejecting;
        this.engagements = engagements;
        this.ties = ties;
    }

    /** Once for each transaction of its source; another fact under the same one is refused. */
    @Transactional(MANDATORY)
    public Entered enter(Fact fact) {
        List<Engagement> entered = recording.record(List.of(fact));
        if (!entered.isEmpty()) {
            return new Entered(EngagementView.of(entered.getFirst()), true);
        }
        Engagement known = engagements
                .byTransaction(fact.municipality(), fact.sourceSystem(), fact.sourceTransaction())
                .filter(engagement -> engagement.says(fact))
                .orElseThrow(TransactionDiffers::new);
        return new Entered(EngagementView.of(known), false);
    }

    /** All at once; answers the ids of those that are new by their transactions. */
    @Transactional(MANDATORY)
    public Map<String, UUID> enter(Collection<Fact> facts) {
        return facts.isEmpty()
                ? Map.of()
                : recording.record(facts).stream()
                        .collect(Collectors.toMap(Engagement::sourceTransaction, Engagement::id));
    }

    /** They hold no longer; those that don't already are left as they are. */
    @Transactional(MANDATORY)
    public void reject(Collection<UUID> entries) {
        if (!entries.isEmpty()) {
            rejecting.reject(entries);
        }
    }

    /** Nobody else writes about them until the transaction ends; whoever writes about several holds all of them first. */
    @Transactional(MANDATORY)
    public void hold(Collection<UUID> supporters) {
        ties.hold(supporters);
    }

    /** What is on a supporter's account of a scheme's points. */
    public Points points(UUID supporter, String scheme) {
        return engagements.points(supporter, scheme);
    }
}
