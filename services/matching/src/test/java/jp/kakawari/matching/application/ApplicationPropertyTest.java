package jp.kakawari.matching.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is tried, in whatever order: held places are exactly those of the holding applications, never too many. */
class ApplicationPropertyTest {
    private static final Set<State> HOLDING = EnumSet.of(State.OFFERED, State.ACCEPTED, State.ATTENDED, State.NO_SHOW);
    private static final Duration HOLD = Duration.ofMinutes(10);

    @Property(tries = 300)
    void places_are_never_given_twice(
            @ForAll Selection selection,
            @ForAll @IntRange(max = 4) int places,
            @ForAll @Size(max = 80) List<@IntRange(max = 999) Integer> steps) {
        Intake intake = new Intake(selection, places, null, null);
        List<Application> applications = new ArrayList<>();
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        for (int step : steps) {
            now = now.plusSeconds(step);
            tryOne(step, intake, applications, now);
            long held = applications.stream()
                    .filter(application -> HOLDING.contains(application.state()))
                    .count();
            assertThat(intake.taken()).isEqualTo((int) held).isLessThanOrEqualTo(places);
        }
    }

    @Property(tries = 300)
    void what_is_allowed_works_and_what_is_not_is_refused(
            @ForAll @IntRange(min = 1, max = 3) int places,
            @ForAll @Size(max = 60) List<@IntRange(max = 999) Integer> steps) {
        Intake intake = new Intake(Selection.SCREENING, places, null, null);
        List<Application> applications = new ArrayList<>();
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        for (int step : steps) {
            now = now.plusSeconds(step);
            if (step % 3 == 0 || applications.isEmpty()) {
                applications.add(Application.submit(intake, UUID.randomUUID(), null, null, now));
                continue;
            }
            Application application = applications.get(step % applications.size());
            Set<Side> sides = step % 2 == 0 ? EnumSet.of(Side.HOST) : EnumSet.of(Side.APPLICANT);
            Action action = Action.values()[new Random(step).nextInt(Action.values().length)];
            boolean allowed = application.allowed(sides, intake, now).contains(action);
            boolean sidesMayTry = action == Action.ACCEPTANCE
                    || sides.contains(action == Action.WITHDRAWAL ? Side.APPLICANT : Side.HOST);
            if (sidesMayTry) {
                assertThat(succeeds(action, application, sides, intake, now)).isEqualTo(allowed);
            }
        }
    }

    private static void tryOne(int step, Intake intake, List<Application> applications, Instant now) {
        if (step % 3 == 0 || applications.isEmpty()) {
            applications.add(Application.submit(intake, UUID.randomUUID(), null, null, now));
            return;
        }
        Application application = applications.get(step % applications.size());
        application.expire(intake, now);
        succeeds(Action.values()[step % Action.values().length], application, EnumSet.allOf(Side.class), intake, now);
    }

    private static boolean succeeds(
            Action action, Application application, Set<Side> sides, Intake intake, Instant now) {
        try {
            switch (action) {
                case OFFER -> application.offer(intake, now, HOLD);
                case ACCEPTANCE -> application.accept(sides, intake, now);
                case WITHDRAWAL -> application.withdraw(intake, now);
                case DECLINE -> application.decline(intake, now);
                case NO_SHOW -> application.missed(intake, now);
                case PARTICIPATION -> application.attend(intake, now);
            }
            return true;
        } catch (NotAllowedNow | ProgramFull | OfferExpired refused) {
            return false;
        }
    }
}
