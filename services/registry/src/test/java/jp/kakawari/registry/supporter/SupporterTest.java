package jp.kakawari.registry.supporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.contracts.registry.SupporterChanged.State;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.personal.Indexes;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.stage.StagePolicy;
import org.junit.jupiter.api.Test;

class SupporterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    private static final StagePolicy POLICY = new StagePolicy(1, 24, Map.of(Stage.CATCH, 0, Stage.WARM, 1));
    private static final String KASHIWAZAKI = "152056";
    private static final String MINAMIOGUNI = "434230";
    private static final Actor PARTNER = new Actor(UUID.randomUUID(), null, null, null);

    private final Supporter supporter = Supporter.begin(UUID.randomUUID(), PARTNER, NOW);

    @Test
    void a_first_description_is_revision_1_and_each_later_one_is_higher() {
        describe(null);
        assertThat(supporter.told())
                .returns(1L, SupporterChanged::revision)
                .returns(State.ACTIVE, SupporterChanged::state);
        describe(null);
        assertThat(supporter.revision()).isEqualTo(2);
    }

    @Test
    void a_new_tie_begins_today_at_the_first_stage() {
        describe(null);
        tie(PARTNER, wish(MINAMIOGUNI));
        assertThat(supporter.told().ties())
                .containsExactly(new SupporterChanged.Tie(
                        MINAMIOGUNI, List.of("FESTIVAL"), Stage.CATCH, TODAY, false, null, true));
    }

    @Test
    void row007_who_lives_there_is_a_resident_and_who_moves_away_is_none() {
        describe(KASHIWAZAKI);
        tie(PARTNER, wish(KASHIWAZAKI), wish(MINAMIOGUNI));
        assertThat(supporter.told().ties())
                .extracting(SupporterChanged.Tie::municipality, SupporterChanged.Tie::resident)
                .containsExactly(tuple(KASHIWAZAKI, true), tuple(MINAMIOGUNI, false));
        describe(MINAMIOGUNI);
        assertThat(supporter.told().ties())
                .extracting(SupporterChanged.Tie::resident)
                .containsExactly(false, true);
    }

    @Test
    void a_tie_that_is_not_wished_any_more_ends_and_goes_on_when_wished_again() {
        describe(null);
        tie(PARTNER, wish(KASHIWAZAKI), wish(MINAMIOGUNI));
        tie(PARTNER, wish(MINAMIOGUNI));
        assertThat(supporter.told().ties())
                .extracting(SupporterChanged.Tie::municipality)
                .containsExactly(MINAMIOGUNI);
        tie(PARTNER, wish(KASHIWAZAKI), wish(MINAMIOGUNI));
        assertThat(supporter.told().ties()).hasSize(2);
    }

    @Test
    void a_municipality_ends_no_tie_of_another() {
        describe(null);
        tie(PARTNER, wish(KASHIWAZAKI), wish(MINAMIOGUNI));
        Actor kashiwazaki = new Actor(UUID.randomUUID(), KASHIWAZAKI, null, null);
        tie(kashiwazaki);
        assertThat(supporter.told().ties())
                .extracting(SupporterChanged.Tie::municipality)
                .containsExactly(MINAMIOGUNI);
    }

    @Test
    void a_removed_supporter_leaves_a_grave_without_a_person() {
        describe(KASHIWAZAKI);
        tie(PARTNER, wish(KASHIWAZAKI));
        supporter.remove("unlinked", TODAY, NOW);
        assertThat(supporter.active()).isFalse();
        assertThat(supporter.sealed()).isNull();
        assertThat(supporter.account()).isNull();
        SupporterChanged told = supporter.told();
        assertThat(told)
                .returns(2L, SupporterChanged::revision)
                .returns(State.REMOVED, SupporterChanged::state)
                .returns("unlinked", SupporterChanged::subjectKey)
                .returns(null, SupporterChanged::prefecture)
                .returns(null, SupporterChanged::ageBand)
                .returns(null, SupporterChanged::country)
                .returns(null, SupporterChanged::mode)
                .returns(null, SupporterChanged::registeredBy)
                .returns(null, SupporterChanged::channel);
        assertThat(told.ties()).isEmpty();
        assertThat(told.skills()).isEmpty();
    }

    @Test
    void who_comes_back_is_handled_by_nobody_else() {
        describe(null);
        supporter.remove("unlinked", TODAY, NOW);
        describe(null);
        assertThat(supporter.active()).isTrue();
        assertThat(PARTNER.mayHandle(supporter)).isFalse();
    }

    @Test
    void an_organisation_handles_whom_it_registered_and_a_person_themself() {
        describe(null);
        assertThat(PARTNER.mayHandle(supporter)).isTrue();
        assertThat(new Actor(UUID.randomUUID(), null, null, null).mayHandle(supporter))
                .isFalse();
        assertThat(new Actor(null, null, supporter.id(), "sub").mayHandle(supporter))
                .isTrue();
        assertThat(new Actor(null, null, UUID.randomUUID(), "sub").mayHandle(supporter))
                .isFalse();
    }

    private void describe(String home) {
        Profile profile = new Profile(
                Kind.PERSON,
                "清水",
                null,
                null,
                null,
                null,
                null,
                null,
                "JP",
                null,
                home == null ? null : LocalGovernmentCode.parse(home),
                null,
                null,
                null,
                "sho@example.jp",
                null,
                List.of(),
                List.of("翻訳"),
                null,
                List.of());
        supporter.describe(
                new Description(profile, "60s", Assurance.MEDIUM, new byte[] {1}, new Indexes("1.key", new byte[] {2})),
                false,
                null,
                "web",
                NOW);
    }

    private void tie(Actor by, TieRequest... wishes) {
        supporter.tie(List.of(wishes), by, POLICY, TODAY);
    }

    private static TieRequest wish(String municipality) {
        return TieRequest.of(municipality, List.of("FESTIVAL"), true);
    }
}
