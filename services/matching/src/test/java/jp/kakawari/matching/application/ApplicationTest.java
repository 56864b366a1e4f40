package jp.kakawari.matching.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import org.junit.jupiter.api.Test;

class ApplicationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration HOLD = Duration.ofHours(72);
    private static final Set<Side> APPLICANT = EnumSet.of(Side.APPLICANT);
    private static final Set<Side> HOST = EnumSet.of(Side.HOST);

    private final Intake oneByScreening = new Intake(Selection.SCREENING, 1, null, null);

    @Test
    void an_offer_holds_a_place_until_it_is_taken() {
        Application application = submitted();
        application.offer(oneByScreening, NOW, HOLD);
        assertThat(oneByScreening.hasFreePlace()).isFalse();
        assertThat(application.heldUntil()).isEqualTo(NOW.plus(HOLD));
        assertThat(application.allowed(APPLICANT, oneByScreening, NOW))
                .containsExactly(Action.ACCEPTANCE, Action.WITHDRAWAL);
        application.accept(APPLICANT, oneByScreening, NOW.plusSeconds(1));
        assertThat(application.state()).isEqualTo(State.ACCEPTED);
        assertThat(application.heldUntil()).isNull();
        assertThat(application.acceptedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(oneByScreening.taken()).isEqualTo(1);
    }

    @Test
    void a_lapsed_offer_can_not_be_taken_any_more_and_frees_its_place() {
        Application application = submitted();
        application.offer(oneByScreening, NOW, HOLD);
        Instant last = NOW.plus(HOLD).minusMillis(1);
        assertThat(application.expire(oneByScreening, last)).isFalse();
        Instant after = NOW.plus(HOLD);
        assertThatThrownBy(() -> application.accept(APPLICANT, oneByScreening, after))
                .isInstanceOf(OfferExpired.class);
        assertThat(application.allowed(APPLICANT, oneByScreening, after)).containsExactly(Action.WITHDRAWAL);
        assertThat(application.expire(oneByScreening, after)).isTrue();
        assertThat(application.state()).isEqualTo(State.EXPIRED);
        assertThat(oneByScreening.hasFreePlace()).isTrue();
    }

    @Test
    void the_host_can_give_a_place_at_once_but_never_one_too_many() {
        Application first = submitted();
        Application second = submitted();
        first.accept(HOST, oneByScreening, NOW);
        assertThat(second.allowed(HOST, oneByScreening, NOW)).containsExactly(Action.DECLINE);
        assertThatThrownBy(() -> second.accept(HOST, oneByScreening, NOW)).isInstanceOf(ProgramFull.class);
        assertThatThrownBy(() -> second.offer(oneByScreening, NOW, HOLD)).isInstanceOf(ProgramFull.class);
        assertThat(second.state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void the_applicant_does_not_accept_themselves_before_they_are_offered_a_place() {
        Application application = submitted();
        assertThatThrownBy(() -> application.accept(APPLICANT, oneByScreening, NOW))
                .isInstanceOf(NotAllowedNow.class);
    }

    @Test
    void a_withdrawal_after_acceptance_frees_the_place_and_keeps_when_it_was_accepted() {
        Application application = submitted();
        application.accept(HOST, oneByScreening, NOW);
        application.withdraw(oneByScreening, NOW.plusSeconds(5));
        assertThat(oneByScreening.taken()).isZero();
        assertThat(application.acceptedAt()).isEqualTo(NOW);
        assertThat(application.allowed(EnumSet.allOf(Side.class), oneByScreening, NOW))
                .isEmpty();
    }

    @Test
    void attended_and_missed_places_stay_used() {
        Intake two = new Intake(Selection.FIRST_COME, 2, null, null);
        Application came = Application.submit(two, UUID.randomUUID(), null, null, NOW);
        Application missed = Application.submit(two, UUID.randomUUID(), null, null, NOW);
        came.attend(two, NOW);
        missed.missed(two, NOW);
        assertThat(two.taken()).isEqualTo(2);
        assertThatThrownBy(() -> came.attend(two, NOW)).isInstanceOf(NotAllowedNow.class);
        assertThatThrownBy(() -> came.withdraw(two, NOW)).isInstanceOf(NotAllowedNow.class);
    }

    @Test
    void first_come_waits_when_every_place_is_held() {
        Intake one = new Intake(Selection.FIRST_COME, 1, null, null);
        assertThat(Application.submit(one, UUID.randomUUID(), null, null, NOW).state())
                .isEqualTo(State.ACCEPTED);
        assertThat(Application.submit(one, UUID.randomUUID(), null, null, NOW).state())
                .isEqualTo(State.WAITING);
    }

    @Test
    void a_program_without_a_limit_accepts_everybody() {
        Intake unlimited = new Intake(Selection.FIRST_COME, null, null, null);
        for (int i = 0; i < 100; i++) {
            assertThat(Application.submit(unlimited, UUID.randomUUID(), null, null, NOW)
                            .state())
                    .isEqualTo(State.ACCEPTED);
        }
    }

    @Test
    void the_window_is_open_from_its_first_moment_and_closed_from_its_last() {
        Intake intake = new Intake(Selection.FIRST_COME, 1, NOW, NOW.plusSeconds(60));
        intake.mustBeOpen(NOW);
        intake.mustBeOpen(NOW.plusSeconds(59));
        assertThatThrownBy(() -> intake.mustBeOpen(NOW.minusMillis(1))).isInstanceOf(OutsideApplicationWindow.class);
        assertThatThrownBy(() -> intake.mustBeOpen(NOW.plusSeconds(60))).isInstanceOf(OutsideApplicationWindow.class);
    }

    @Test
    void each_change_raises_the_revision_and_is_told() {
        Application application = submitted();
        long before = application.revision();
        application.decline(oneByScreening, NOW);
        assertThat(application.revision()).isEqualTo(before + 1);
        assertThat(application.changed(oneByScreening).state()).isEqualTo(State.DECLINED);
        assertThat(application.changed(oneByScreening).changedAt().toString()).endsWith("+09:00");
    }

    private Application submitted() {
        return Application.submit(oneByScreening, UUID.randomUUID(), null, Map.of(), NOW);
    }
}
