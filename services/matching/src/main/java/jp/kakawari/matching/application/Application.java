package jp.kakawari.matching.application;

import static jp.kakawari.contracts.matching.ApplicationChanged.State.ACCEPTED;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.ATTENDED;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.DECLINED;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.EXPIRED;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.NO_SHOW;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.OFFERED;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.SUBMITTED;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.WAITING;
import static jp.kakawari.contracts.matching.ApplicationChanged.State.WITHDRAWN;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.matching.ApplicationChanged;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import jp.kakawari.web.JapanTime;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/**
 * One supporter's application (応募) to one program. It keeps the program's count of held places in step with its own
 * state: a place is held exactly while it is offered, accepted, attended or no-show.
 */
@Entity
class Application {
    /** States in which the supporter can't apply again to the same program. */
    static final Set<State> ACTIVE = EnumSet.of(SUBMITTED, WAITING, OFFERED, ACCEPTED);

    private static final Set<State> HOLDING = EnumSet.of(OFFERED, ACCEPTED, ATTENDED, NO_SHOW);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private long revision;

    @Column(updatable = false)
    private UUID program;

    @Column(updatable = false)
    private UUID supporter;

    @Column(updatable = false)
    private UUID channel;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "submitted_at", updatable = false)
    private Instant submittedAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "held_until")
    private Instant heldUntil;

    @Column(name = "changed_at")
    private Instant changedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> answers;

    /** Whether they are a minor for whom, as last told, no guardian has consented (保護者の同意). */
    @Formula("coalesce((select (s.body->'guardianMissing') = 'true' from supporter s where s.id = supporter), false)")
    private boolean guardianMissing;

    protected Application() {}

    /**
     * First come, first served: a free place is accepted at once, else it waits. Under screening it is submitted.
     *
     * @param channel member organisation through which it comes, null for the person's own
     */
    static Application submit(Intake intake, UUID supporter, UUID channel, Map<String, String> answers, Instant now) {
        intake.mustBeOpen(now);
        Application application = new Application();
        application.program = intake.id();
        application.supporter = supporter;
        application.channel = channel;
        application.answers = answers;
        application.submittedAt = now;
        if (!intake.isFirstCome()) {
            application.become(SUBMITTED, intake, now);
        } else if (intake.hasFreePlace()) {
            application.become(ACCEPTED, intake, now);
        } else {
            application.become(WAITING, intake, now);
        }
        return application;
    }

    /** Holds a place for the applicant until it is taken or the hold expires. */
    void offer(Intake intake, Instant now, Duration hold) {
        must(Action.OFFER, Set.of(Side.HOST), intake, now);
        become(OFFERED, intake, now);
        heldUntil = now.plus(hold);
    }

    /** The applicant takes the offered place, or the host gives one at once; a minor's only with a guardian's consent. */
    void accept(Set<Side> by, Intake intake, Instant now) {
        must(Action.ACCEPTANCE, by, intake, now);
        become(ACCEPTED, intake, now);
    }

    void withdraw(Intake intake, Instant now) {
        must(Action.WITHDRAWAL, Set.of(Side.APPLICANT), intake, now);
        become(WITHDRAWN, intake, now);
    }

    void decline(Intake intake, Instant now) {
        must(Action.DECLINE, Set.of(Side.HOST), intake, now);
        become(DECLINED, intake, now);
    }

    void attend(Intake intake, Instant now) {
        must(Action.PARTICIPATION, Set.of(Side.HOST), intake, now);
        become(ATTENDED, intake, now);
    }

    void missed(Intake intake, Instant now) {
        must(Action.NO_SHOW, Set.of(Side.HOST), intake, now);
        become(NO_SHOW, intake, now);
    }

    /** Lets a lapsed offer go; whether it had lapsed. */
    boolean expire(Intake intake, Instant now) {
        if (!hasLapsed(now)) {
            return false;
        }
        become(EXPIRED, intake, now);
        return true;
    }

    /** The supporter is gone: what they wrote goes too. */
    void forgetAnswers() {
        answers = null;
    }

    /** What these sides can do now: a place that isn't free can't be offered, and a minor without a guardian not be accepted. */
    Set<Action> allowed(Set<Side> sides, Intake intake, Instant now) {
        Set<Action> allowed = byState(sides, intake, now);
        if (guardianMissing) {
            allowed.remove(Action.ACCEPTANCE);
        }
        return allowed;
    }

    private Set<Action> byState(Set<Side> sides, Intake intake, Instant now) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        if (sides.contains(Side.APPLICANT)) {
            addApplicants(allowed, now);
        }
        if (sides.contains(Side.HOST)) {
            addHosts(allowed, intake);
        }
        return allowed;
    }

    private void addApplicants(Set<Action> allowed, Instant now) {
        if (state == OFFERED && !hasLapsed(now)) {
            allowed.add(Action.ACCEPTANCE);
        }
        if (ACTIVE.contains(state)) {
            allowed.add(Action.WITHDRAWAL);
        }
    }

    private void addHosts(Set<Action> allowed, Intake intake) {
        boolean undecided = state == SUBMITTED || state == WAITING;
        if (undecided && intake.hasFreePlace()) {
            allowed.add(Action.OFFER);
            allowed.add(Action.ACCEPTANCE);
        }
        if (undecided || state == OFFERED) {
            allowed.add(Action.DECLINE);
        }
        if (state == ACCEPTED) {
            allowed.add(Action.NO_SHOW);
            allowed.add(Action.PARTICIPATION);
        }
    }

    private void must(Action action, Set<Side> by, Intake intake, Instant now) {
        Set<Action> allowed = allowed(by, intake, now);
        if (allowed.contains(action)) {
            return;
        }
        if (byState(by, intake, now).contains(action)) {
            throw GuardianNeeded.toTakeThePlace();
        }
        boolean asksForPlace = action == Action.OFFER || action == Action.ACCEPTANCE;
        if (by.contains(Side.HOST) && asksForPlace && (state == SUBMITTED || state == WAITING)) {
            throw new ProgramFull(intake.places()).with("allowedActions", allowed);
        }
        throw hasLapsed(now) && action == Action.ACCEPTANCE
                ? new OfferExpired(allowed)
                : new NotAllowedNow(action, state, allowed);
    }

    private void become(State next, Intake intake, Instant now) {
        boolean held = HOLDING.contains(state);
        if (!held && HOLDING.contains(next)) {
            intake.take();
        } else if (held && !HOLDING.contains(next)) {
            intake.release();
        }
        state = next;
        heldUntil = null;
        if (next == ACCEPTED) {
            acceptedAt = now;
        }
        changedAt = now;
        revision++;
    }

    private boolean hasLapsed(Instant now) {
        return state == OFFERED && !now.isBefore(heldUntil);
    }

    /** Its present state for the other services; the answers stay here. */
    ApplicationChanged changed(Intake intake) {
        return new ApplicationChanged(
                id,
                revision,
                program,
                supporter,
                intake.municipality(),
                channel,
                state,
                JapanTime.of(submittedAt),
                JapanTime.of(acceptedAt),
                JapanTime.of(changedAt));
    }

    boolean isOf(UUID person, UUID organization) {
        return supporter.equals(person) || channel != null && channel.equals(organization);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    UUID program() {
        return program;
    }

    UUID supporter() {
        return supporter;
    }

    UUID channel() {
        return channel;
    }

    State state() {
        return state;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    Instant heldUntil() {
        return heldUntil;
    }

    Instant changedAt() {
        return changedAt;
    }

    Map<String, String> answers() {
        return answers;
    }
}
