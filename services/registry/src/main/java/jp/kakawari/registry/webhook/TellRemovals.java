package jp.kakawari.registry.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.ladder.MoveTakenBack;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.registry.supporter.TiesEnded;

/**
 * Whoever knew of somebody is told that their record is removed, their tie has ended or a move on a ladder was a mistake
 * (消去・関わりの終了・段階の移動の取消の通知), in that very transaction: afterwards nothing tells any more whom it concerned.
 */
@ApplicationScoped
class TellRemovals {

    private final EntityManager database;
    private final Deliveries deliveries;
    private final Clock clock;

    TellRemovals(EntityManager database, Deliveries deliveries, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    void tell(@Observes Removal removal) {
        UUID supporter = removal.supporter();
        deliveries.add(List.of(Notice.to(
                registrants(supporter),
                municipalities(supporter),
                NewId.next(),
                EventType.SUPPORTER_CHANGED,
                clock.instant(),
                Notices.removed(supporter, revision(supporter) + 1))));
    }

    void tell(@Observes MoveTakenBack move) {
        deliveries.add(List.of(Notice.to(
                List.of(),
                List.of(move.municipality()),
                NewId.next(),
                EventType.LADDER_MOVED,
                clock.instant(),
                Notices.takenBack(move))));
    }

    void tell(@Observes TiesEnded ended) {
        deliveries.add(List.of(Notice.to(
                List.of(),
                ended.municipalities(),
                NewId.next(),
                EventType.SUPPORTER_CHANGED,
                clock.instant(),
                Notices.tieEnded(ended.supporter(), ended.revision()))));
    }

    /** Of the state before the removal, which is the next one. */
    private long revision(UUID supporter) {
        return (Long) database.createNativeQuery("select revision from supporter where id = :id", Long.class)
                .setParameter("id", supporter)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> registrants(UUID supporter) {
        return database.createNativeQuery(
                        "select registered_by from supporter where id = :id and registered_by is not null", UUID.class)
                .setParameter("id", supporter)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<String> municipalities(UUID supporter) {
        return database.createNativeQuery("select municipality from tie where supporter = :id", String.class)
                .setParameter("id", supporter)
                .getResultList();
    }
}
