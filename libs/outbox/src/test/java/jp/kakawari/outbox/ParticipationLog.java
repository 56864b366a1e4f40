package jp.kakawari.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.matching.ParticipationRecorded;

/** A subscription as a service declares it, which keeps each fact once. */
@ApplicationScoped
class ParticipationLog implements Subscription<ParticipationRecorded> {

    private final Map<UUID, ParticipationRecorded> known = new LinkedHashMap<>();
    private final Map<UUID, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    @Override
    public Topic topic() {
        return Topic.MATCHING_PARTICIPATION;
    }

    @Override
    public Class<ParticipationRecorded> type() {
        return ParticipationRecorded.class;
    }

    @Override
    @Transactional
    public synchronized void handle(List<Received<ParticipationRecorded>> batch) {
        batch.forEach(received -> known.putIfAbsent(received.body().id(), received.body()));
        batch.forEach(received -> arrival(received.body()).complete(null));
    }

    void await(ParticipationRecorded participation) {
        arrival(participation).orTimeout(30, TimeUnit.SECONDS).join();
    }

    synchronized List<ParticipationRecorded> of(UUID supporter) {
        return new ArrayList<>(known.values())
                .stream().filter(known -> known.supporter().equals(supporter)).toList();
    }

    private CompletableFuture<Void> arrival(ParticipationRecorded participation) {
        return awaited.computeIfAbsent(participation.id(), id -> new CompletableFuture<>());
    }
}
