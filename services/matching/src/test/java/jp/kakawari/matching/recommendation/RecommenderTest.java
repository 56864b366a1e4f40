package jp.kakawari.matching.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.matching.recommendation.Recommender.Wanted;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RecommenderTest {
    private static final List<ProgramChanged> PROGRAMS = SampleWorld.programs();
    private static final ProgramIndex INDEX = indexOf(PROGRAMS);

    @Test
    void the_weights_of_the_features_sum_to_one() {
        assertThat(Arrays.stream(Feature.values()).mapToDouble(Feature::weight).sum())
                .isEqualTo(1, Offset.offset(1e-9));
    }

    @Property(tries = 100)
    void contributions_add_up_and_the_best_comes_first(@ForAll("profiles") Profile profile) {
        List<Recommendation> best = recommend(INDEX, profile, 20);
        for (Recommendation recommendation : best) {
            BigDecimal sum = recommendation.reasons().stream()
                    .map(Reason::contribution)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(recommendation.score()).isEqualByComparingTo(sum);
            assertThat(recommendation.score()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(recommendation.reasons())
                    .extracting(Reason::contribution)
                    .isSortedAccordingTo(Collections.reverseOrder())
                    .allMatch(contribution -> contribution.signum() > 0);
            assertThat(recommendation.reasons()).allSatisfy(reason -> {
                assertThat(reason.sentence().ja()).isNotBlank();
                assertThat(reason.sentence().en()).isNotBlank();
            });
        }
        BigDecimal rounding = new BigDecimal("0.0005");
        for (int i = 1; i < best.size(); i++) {
            assertThat(best.get(i).score())
                    .isLessThanOrEqualTo(best.get(i - 1).score().add(rounding));
        }
    }

    @Property(tries = 20)
    void the_order_in_which_programs_became_known_does_not_matter(
            @ForAll("profiles") Profile profile, @ForAll Random random) {
        List<ProgramChanged> shuffled = new ArrayList<>(PROGRAMS);
        Collections.shuffle(shuffled, random);
        ProgramIndex other = indexOf(shuffled);
        shuffled.subList(0, 30).forEach(program -> other.put(withRevision(program, 2, ProgramChanged.State.CLOSED)));
        shuffled.subList(0, 30).forEach(program -> other.put(withRevision(program, 3, ProgramChanged.State.PUBLISHED)));
        shuffled.subList(0, 30).forEach(other::put);
        assertThat(recommend(other, profile, 128).stream().map(Recommendation::program))
                .containsExactlyElementsOf(recommend(INDEX, profile, 128).stream()
                        .map(Recommendation::program)
                        .toList());
    }

    @Test
    void a_beginner_gets_light_programs_and_the_experienced_those_that_solve_issues() {
        Seeker beginner = seeker("離島", true);
        Seeker experienced = seeker("離島", false);
        assertThat(share(beginner)).isGreaterThan(share(experienced));
        Recommendation light = first(beginner, true);
        assertThat(light.reasons()).extracting(Reason::feature).contains(Feature.DEPTH);
    }

    @Test
    void among_equals_the_small_municipality_comes_first() {
        ProgramIndex two = new ProgramIndex();
        ProgramChanged model = PROGRAMS.getFirst();
        two.put(at(model, "011002"));
        two.put(at(model, "194425"));
        List<Recommendation> best = new Recommender(two, seeker("地域行事", true)).best(all(two));
        assertThat(best.getFirst().program()).isEqualTo(SampleWorld.id("194425"));
        assertThat(best.getFirst().reasons()).extracting(Reason::feature).contains(Feature.SMALL_TOWN);
        assertThat(best.getFirst().score().subtract(best.getLast().score()))
                .as("the push is small")
                .isLessThanOrEqualTo(new BigDecimal("0.03"));
    }

    @Test
    void closed_windows_and_what_is_left_out_do_not_come() {
        ProgramChanged some = PROGRAMS.get(5);
        List<UUID> best = new Recommender(INDEX, seeker("村", true))
                .best(new Wanted(128, Instant.now(), Set.of(some.id()), null)).stream()
                        .map(Recommendation::program)
                        .toList();
        assertThat(best).hasSize(127).doesNotContain(some.id());
    }

    @Test
    void nothing_said_is_answered_with_light_programs_of_small_places() {
        Profile nothing = new Profile(null, null, null, null, null, null, null, 5, null);
        assertThat(recommend(INDEX, nothing, 5))
                .hasSize(5)
                .allSatisfy(item -> assertThat(item.reasons())
                        .extracting(Reason::feature)
                        .containsOnly(Feature.DEPTH, Feature.SMALL_TOWN));
    }

    @Provide
    Arbitrary<Profile> profiles() {
        Arbitrary<String> words =
                Arbitraries.of("里山", "離島の暮らし", "ボランティアで草刈り", "温泉", "ﾜｲﾝと料理", "空き家のＤＩＹ", "尾鷲市の出身", "副業", "!?", "祭り");
        Arbitrary<List<String>> lists = words.list().ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of("13", "大阪府", "Gifu").injectNull(0.3),
                        Arbitraries.of("20s", "60s").injectNull(0.3),
                        lists,
                        lists,
                        words.injectNull(0.5),
                        Arbitraries.of(Mode.class).injectNull(0.5),
                        lists)
                .as((prefecture, age, interests, skills, wishes, mode, ties) ->
                        new Profile(prefecture, age, interests, skills, wishes, mode, ties, 20, false));
    }

    private static List<Recommendation> recommend(ProgramIndex index, Profile profile, int limit) {
        return new Recommender(index, Seeker.of(profile)).best(new Wanted(limit, null, Set.of(), null));
    }

    private static Wanted all(ProgramIndex index) {
        return new Wanted(index.size(), null, Set.of(), null);
    }

    private static Seeker seeker(String interests, boolean beginner) {
        return new Seeker(null, null, Text.of(interests), Text.of(""), Text.of(""), null, Set.of(), Set.of(), beginner);
    }

    private static long share(Seeker seeker) {
        return new Recommender(INDEX, seeker)
                .best(new Wanted(10, null, Set.of(), null)).stream()
                        .filter(item -> candidate(item).isLight())
                        .count();
    }

    private static Recommendation first(Seeker seeker, boolean light) {
        return new Recommender(INDEX, seeker)
                .best(all(INDEX)).stream()
                        .filter(item -> candidate(item).isLight() == light)
                        .findFirst()
                        .orElseThrow();
    }

    private static Candidate candidate(Recommendation item) {
        return INDEX.candidates().stream()
                .filter(candidate -> candidate.id().equals(item.program()))
                .findFirst()
                .orElseThrow();
    }

    private static ProgramIndex indexOf(List<ProgramChanged> programs) {
        ProgramIndex index = new ProgramIndex();
        programs.forEach(index::put);
        return index;
    }

    private static ProgramChanged withRevision(ProgramChanged program, long revision, ProgramChanged.State state) {
        return copy(program, program.id(), revision, state, program.municipalities());
    }

    private static ProgramChanged at(ProgramChanged program, String municipality) {
        return copy(program, SampleWorld.id(municipality), 1, program.state(), List.of(municipality));
    }

    private static ProgramChanged copy(
            ProgramChanged of, UUID id, long revision, ProgramChanged.State state, List<String> municipalities) {
        return new ProgramChanged(
                id,
                revision,
                state,
                of.host(),
                of.hostGovernment(),
                of.title(),
                of.summary(),
                of.audience(),
                municipalities,
                of.prefectures(),
                of.themes(),
                of.activities(),
                of.relationClass(),
                of.activity(),
                of.mode(),
                of.capacity(),
                of.selection(),
                of.applicationOpens(),
                of.applicationCloses(),
                of.startsOn(),
                of.endsOn(),
                of.openTo());
    }
}
