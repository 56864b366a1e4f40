package jp.kakawari.matching.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.SupporterChanged.State;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows registry.supporter.v1. */
@ApplicationScoped
class LearnSupporters implements Subscription<SupporterChanged> {
    @Inject
    Supporters supporters;

    @Inject
    Event<SupportersRemoved> removed;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_SUPPORTER;
    }

    @Override
    public Class<SupporterChanged> type() {
        return SupporterChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<SupporterChanged>> batch) {
        List<SupporterChanged> newest =
                Received.newest(batch, SupporterChanged::id, SupporterChanged::revision, SupporterChanged::removed);
        if (newest.isEmpty()) {
            return;
        }
        supporters.learn(newest);
        List<UUID> ending = newest.stream()
                .filter(state -> state.state() == State.REMOVED)
                .map(SupporterChanged::id)
                .toList();
        if (!ending.isEmpty()) {
            removed.fire(new SupportersRemoved(supporters.removed(ending)));
        }
    }
}
