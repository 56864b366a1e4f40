package jp.kakawari.registry.ladder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.web.JapanTime;

/** That somebody came to another step of a municipality's ladder (段階の移動). It stays as it was told. */
@Entity
@Table(name = "ladder_move")
class Move {

    private static final long TOLD = 1;

    @Id
    private UUID id;

    private String municipality;
    private UUID supporter;
    private String former;
    private String step;
    private LocalDate movedOn;
    private UUID movedBy;
    private Instant recordedAt;

    protected Move() {}

    Move(UUID id, String municipality, String former, MoveRequest request, UUID movedBy, Instant now) {
        this.id = id;
        this.municipality = municipality;
        this.supporter = request.supporter();
        this.former = former;
        this.step = request.step();
        this.movedOn = request.movedOn();
        this.movedBy = movedBy;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID supporter() {
        return supporter;
    }

    String step() {
        return step;
    }

    LocalDate movedOn() {
        return movedOn;
    }

    /** What the other services learn; a move never changes. */
    LadderMoved told() {
        return new LadderMoved(id, TOLD, LadderMoved.State.MADE, supporter, municipality, former, step, movedOn);
    }

    static LadderMoved takenBack(UUID id) {
        return LadderMoved.removed(id, TOLD + 1);
    }

    MoveView view(boolean last) {
        return new MoveView(
                id,
                supporter,
                former,
                step,
                movedOn,
                JapanTime.of(recordedAt),
                last ? List.of("take-back") : List.of());
    }
}
