package jp.kakawari.matching.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.contracts.catalog.NeedChanged.State;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows catalog.need.v1. */
@ApplicationScoped
class LearnNeeds implements Subscription<NeedChanged> {
    @Inject
    Needs needs;

    @Override
    public Topic topic() {
        return Topic.CATALOG_NEED;
    }

    @Override
    public Class<NeedChanged> type() {
        return NeedChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<NeedChanged>> batch) {
        List<NeedChanged> newest = Received.newest(batch, NeedChanged::id, NeedChanged::revision, NeedChanged::removed);
        newest.forEach(LearnNeeds::mustNameAPlaceThatExists);
        if (!newest.isEmpty()) {
            needs.learn(newest);
        }
    }

    /** A wrong code would break every later reader: better one dead letter. */
    private static void mustNameAPlaceThatExists(NeedChanged need) {
        if (need.state() == State.POSTED) {
            new LocalGovernmentCode(need.municipality());
        }
    }
}
