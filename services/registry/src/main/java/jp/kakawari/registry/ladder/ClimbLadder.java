package jp.kakawari.registry.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/**
 * A municipality states its ladder and says who came to which step on which day (階梯の登録・段階の移動): up or down, never before
 * the day of the last move. What was said stays as history.
 */
@ApplicationScoped
class ClimbLadder {

    private static final int LONGEST = 3660;

    private final Ladders ladders;
    private final Ties ties;
    private final Outbox outbox;
    private final Event<MoveTakenBack> takenBack;
    private final Clock clock;

    ClimbLadder(Ladders ladders, Ties ties, Outbox outbox, Event<MoveTakenBack> takenBack, Clock clock) {
        this.ladders = ladders;
        this.ties = ties;
        this.outbox = outbox;
        this.takenBack = takenBack;
        this.clock = clock;
    }

    @Transactional
    LadderView put(String municipality, LadderRequest request, String ifMatch) {
        request.check();
        Optional<Ladder> known = ladders.held(municipality);
        Ladder ladder = known.orElseGet(() -> new Ladder(municipality));
        long before = ladder.revision();
        if (ladder.become(request, clock.instant())) {
            known.ifPresent(changed -> ETags.mustMatch(ifMatch, before));
            RegisteredMeanwhile.unlessFirst(() -> ladders.add(ladder));
        }
        return ladder.view(true);
    }

    @Transactional
    LadderView read(String municipality, boolean own) {
        return ladders.of(municipality).map(ladder -> ladder.view(own)).orElseThrow(NotFound::new);
    }

    @Transactional
    MoveView move(String municipality, MoveRequest request, UUID movedBy) {
        Ladder ladder = ladders.of(municipality).orElseThrow(NotFound::new);
        if (!ladder.has(request.step())) {
            throw new InvalidBody().at("/step", "is no step of the ladder", "階梯にない段階です");
        }
        if (ties.of(municipality, request.supporter()).isEmpty()) {
            throw new InvalidBody().at("/supporter", "is nobody on your list", "この自治体の関係人口として登録されていません");
        }
        ties.hold(List.of(request.supporter()));
        Optional<Move> last = ladders.last(municipality, request.supporter());
        check(request, last);
        Move move = new Move(
                NewId.next(), municipality, last.map(Move::step).orElse(null), request, movedBy, clock.instant());
        ladders.add(move);
        outbox.append(move.told());
        return move.view(true);
    }

    /** In the order in which they were told; a null supporter asks for all. One row more than the page shows. */
    @Transactional
    List<MoveView> moves(String municipality, UUID supporter, PageRequest page) {
        List<Move> found = ladders.moves(municipality, supporter, page);
        Set<UUID> last = ladders.last(municipality, found);
        return found.stream().map(move -> move.view(last.contains(move.id()))).toList();
    }

    /** What was entered by mistake is gone. */
    @Transactional
    void takeBack(String municipality, UUID id) {
        Move move = ladders.move(municipality, id).orElseThrow(NotFound::new);
        ties.hold(List.of(move.supporter()));
        Move last = ladders.last(municipality, move.supporter()).orElseThrow(NotFound::new);
        if (last != move) {
            throw new NotTheLastMove();
        }
        ladders.remove(move);
        LadderMoved gone = Move.takenBack(id);
        outbox.bury(gone);
        takenBack.fire(new MoveTakenBack(id, gone.revision(), municipality));
    }

    private void check(MoveRequest request, Optional<Move> last) {
        if (request.movedOn().isAfter(LocalDate.now(clock))) {
            throw new InvalidBody().at("/movedOn", "is in the future", "未来の日付です");
        }
        if (last.filter(move -> request.movedOn().isBefore(move.movedOn())).isPresent()) {
            throw new InvalidBody().at("/movedOn", "is before the last move", "直前の移動より前の日付です");
        }
        if (last.filter(move -> move.step().equals(request.step())).isPresent()) {
            throw new InvalidBody().at("/step", "is where they stand already", "すでにその段階です");
        }
    }

    @Transactional
    FunnelView funnel(String municipality, LocalDate from, LocalDate until) {
        Ladder ladder = ladders.of(municipality).orElseThrow(NotFound::new);
        LocalDate last = until == null ? LocalDate.now(clock) : until;
        LocalDate first = from == null ? last.minusYears(1) : from;
        if (first.isAfter(last) || first.plusDays(LONGEST).isBefore(last)) {
            throw new InvalidParameter("from", "must be within ten years before until", "until までの10年以内の日付を指定してください");
        }
        var standing = ladders.standing(municipality);
        return new FunnelView(
                municipality,
                ladder.steps().stream()
                        .map(step -> new FunnelView.Standing(
                                step.code(), step.name(), standing.getOrDefault(step.code(), 0L)))
                        .toList(),
                ladders.transitions(municipality, first, last));
    }
}
