package jp.kakawari.registry.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.Conditions;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.web.PageRequest;

/** All ladders and all moves on them. */
@ApplicationScoped
class Ladders {

    private final EntityManager database;
    private final Outbox outbox;

    Ladders(EntityManager database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    Optional<Ladder> of(String municipality) {
        return Optional.ofNullable(database.find(Ladder.class, municipality));
    }

    Optional<Ladder> held(String municipality) {
        return Optional.ofNullable(database.find(Ladder.class, municipality, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Object made) {
        database.persist(made);
        database.flush();
    }

    void remove(Move move) {
        database.remove(move);
    }

    /** Whoever is removed never climbed: the dates of their moves would lead back to them. */
    void forget(@Observes Removal removal) {
        List<?> moves = database.createNativeQuery("delete from ladder_move where supporter = :supporter returning id")
                .setParameter("supporter", removal.supporter())
                .getResultList();
        outbox.bury(moves.stream().map(id -> Move.takenBack((UUID) id)).toList());
    }

    Optional<Move> move(String municipality, UUID id) {
        return database.createQuery("from Move m where m.id = :id and m.municipality = :municipality", Move.class)
                .setParameter("id", id)
                .setParameter("municipality", municipality)
                .getResultStream()
                .findFirst();
    }

    Optional<Move> last(String municipality, UUID supporter) {
        return database.createQuery(
                        "from Move m where m.municipality = :municipality and m.supporter = :supporter order by m.id desc",
                        Move.class)
                .setParameter("municipality", municipality)
                .setParameter("supporter", supporter)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Which of these moves nobody moved after. */
    Set<UUID> last(String municipality, List<Move> moves) {
        List<?> ids = database.createNativeQuery("""
                        select distinct on (supporter) id from ladder_move
                        where municipality = :municipality and supporter = any(:supporters) order by supporter, id desc
                        """)
                .setParameter("municipality", municipality)
                .setParameter("supporters", moves.stream().map(Move::supporter).toArray(UUID[]::new))
                .getResultList();
        return ids.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** In the order in which they were told; a null supporter asks for all. One row more than the page shows. */
    List<Move> moves(String municipality, UUID supporter, PageRequest page) {
        return movesOf(municipality, supporter).pageById(database, page);
    }

    long countMoves(String municipality, UUID supporter) {
        return movesOf(municipality, supporter).count(database);
    }

    private static Conditions<Move> movesOf(String municipality, UUID supporter) {
        return Conditions.on("ladder_move", Move.class)
                .whereIs("municipality", municipality)
                .where("supporter = :supporter", "supporter", supporter);
    }

    /** How many whose tie goes on stand on each step. */
    Map<String, Long> standing(String municipality) {
        List<?> rows = database.createNativeQuery("""
                        select l.step, count(*)
                        from (select distinct on (supporter) supporter, step from ladder_move
                              where municipality = :municipality order by supporter, id desc) l
                        join tie t on t.supporter = l.supporter and t.municipality = :municipality and t.ended_on is null
                        group by l.step
                        """)
                .setParameter("municipality", municipality)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    List<FunnelView.Transition> transitions(String municipality, LocalDate from, LocalDate until) {
        List<?> rows = database.createNativeQuery("""
                        select former, step, moved_on, count(*) from ladder_move
                        where municipality = :municipality and moved_on between :from and :until
                        group by former, step, moved_on order by moved_on, former nulls first, step
                        """)
                .setParameter("municipality", municipality)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new FunnelView.Transition(
                        (String) row[0],
                        (String) row[1],
                        LocalDate.parse(row[2].toString()),
                        ((Number) row[3]).longValue()))
                .toList();
    }
}
