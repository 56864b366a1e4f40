package jp.kakawari.matching.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.catalog.ProgramChanged.State;
import jp.kakawari.japan.LocalGovernmentCode;
import org.hibernate.annotations.DynamicUpdate;

/** How a program takes applications (募集枠): its window, its way of selection, and how many places are held. */
@Entity
@Table(name = "program")
@DynamicUpdate
class Intake {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private State state;

    @Column(updatable = false)
    private UUID host;

    @Column(name = "host_government", updatable = false)
    private String hostGovernment;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Selection selection;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Activity activity;

    @Column(updatable = false)
    private Instant opens;

    @Column(updatable = false)
    private Instant closes;

    @Column(updatable = false)
    private Integer places;

    @Column(name = "open_to", updatable = false)
    private List<UUID> openTo;

    private int taken;
    private Integer ceiling;

    protected Intake() {}

    Intake(Selection selection, Integer places, Instant opens, Instant closes) {
        this.id = UUID.randomUUID();
        this.state = State.PUBLISHED;
        this.selection = selection;
        this.places = places;
        this.ceiling = places;
        this.opens = opens;
        this.closes = closes;
        this.openTo = List.of();
    }

    void mustBeOpen(Instant now) {
        if (state != State.PUBLISHED) {
            throw new ProgramClosed();
        }
        if (opens != null && now.isBefore(opens) || closes != null && !now.isBefore(closes)) {
            throw new OutsideApplicationWindow(opens, closes);
        }
    }

    /** Whom nobody registered is of no organisation. */
    void mustBeOpenTo(UUID registeredBy) {
        if (!openTo.isEmpty() && !openTo.contains(registeredBy)) {
            throw new NotOpenToThem(openTo);
        }
    }

    /** Whether its waiting list still moves: also after the application window, until the program is done. */
    boolean isRunning() {
        return state == State.PUBLISHED || state == State.CLOSED;
    }

    boolean hasFreePlace() {
        return places == null || taken < places;
    }

    void take() {
        if (!hasFreePlace()) {
            throw new ProgramFull(places);
        }
        taken++;
    }

    /** Gives a place back; places that the host cut while they were promised don't come back. */
    void release() {
        if (taken == 0) {
            throw new IllegalStateException("no place of program " + id + " is held");
        }
        taken--;
        ceiling = places == null ? null : Integer.valueOf(Math.max(places, taken));
    }

    boolean isFirstCome() {
        return selection == Selection.FIRST_COME;
    }

    boolean isHostedBy(UUID organization, String government) {
        return host.equals(organization) || hostGovernment != null && hostGovernment.equals(government);
    }

    /** Six-digit code of the host municipality; null where the host is none. */
    String municipality() {
        return hostGovernment == null || new LocalGovernmentCode(hostGovernment).isPrefecture() ? null : hostGovernment;
    }

    UUID id() {
        return id;
    }

    UUID host() {
        return host;
    }

    Activity activity() {
        return activity;
    }

    Integer places() {
        return places;
    }

    int taken() {
        return taken;
    }
}
