package jp.kakawari.matching.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.matching.supporter.Reachable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SupporterRankingTest {
    private static final String OHNAN = "324493";
    private static final String SHIMANE = "32";

    @Test
    void the_weights_for_a_need_sum_to_one() {
        assertThat(Arrays.stream(Feature.values())
                        .mapToDouble(Feature::weightForNeed)
                        .sum())
                .isEqualTo(1, Offset.offset(1e-9));
    }

    @Property(tries = 200)
    void contributions_add_up_to_the_score(
            @ForAll("needs") NeedChanged need, @ForAll("supporters") List<Reachable> supporters) {
        for (RecommendedSupporter found : best(need, supporters, 50)) {
            assertThat(found.score())
                    .isEqualByComparingTo(
                            found.reasons().stream().map(Reason::contribution).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(found.reasons())
                    .extracting(Reason::contribution)
                    .isSortedAccordingTo(Collections.reverseOrder())
                    .allMatch(contribution -> contribution.signum() > 0);
            assertThat(found.reasons()).allSatisfy(reason -> {
                assertThat(reason.sentence().ja()).isNotBlank();
                assertThat(reason.sentence().en()).isNotBlank();
            });
        }
    }

    @Property(tries = 200)
    void the_best_of_many_are_the_first_of_all_in_order_whoever_came_first(
            @ForAll("needs") NeedChanged need,
            @ForAll("supporters") List<Reachable> supporters,
            @ForAll @IntRange(min = 1, max = 12) int limit,
            @ForAll Random random) {
        List<RecommendedSupporter> all = best(need, supporters, supporters.size() + 1);
        assertThat(all)
                .extracting(RecommendedSupporter::score)
                .isSortedAccordingTo(Comparator.<BigDecimal>naturalOrder().reversed());
        List<Reachable> shuffled = new ArrayList<>(supporters);
        Collections.shuffle(shuffled, random);
        assertThat(best(need, shuffled, limit)).isEqualTo(all.subList(0, Math.min(limit, all.size())));
    }

    @Property(tries = 100)
    void who_can_do_nothing_of_what_is_named_is_left_out_and_nobody_else(
            @ForAll("needs") NeedChanged need, @ForAll("supporters") List<Reachable> supporters) {
        long unskilled = need.skills().isEmpty()
                ? 0
                : supporters.stream()
                        .filter(one -> new NeedWords(need).skilled(one.skills()) == 0)
                        .count();
        assertThat(best(need, supporters, supporters.size() + 1)).hasSize((int) (supporters.size() - unskilled));
    }

    @Test
    void who_can_do_all_that_is_wanted_comes_before_who_can_do_some_of_it() {
        NeedChanged need = need(List.of("DIY", "翻訳"));
        Reachable some = skilled("DIY");
        Reachable all = skilled("翻訳", "ＤＩＹ");
        assertThat(best(need, List.of(some, all, skilled("料理")), 5))
                .extracting(RecommendedSupporter::supporter)
                .containsExactly(all.id(), some.id());
        assertThat(first(need, all).reasons().getFirst().sentence().ja()).isEqualTo("できること「翻訳」「ＤＩＹ」が合います");
        assertThat(contribution(need, all, Feature.SKILL)).isEqualByComparingTo("0.5");
    }

    @Test
    void another_word_for_the_same_counts_and_less_than_the_word_itself() {
        NeedChanged need = need(List.of("料理"));
        assertThat(contribution(need, skilled("クッキング"), Feature.SKILL))
                .isBetween(new BigDecimal("0.1"), new BigDecimal("0.4"));
        assertThat(best(need, List.of(skilled("会計"), skilled("料金の計算")), 5)).isEmpty();
    }

    @Test
    void neighbours_come_before_those_who_live_far_and_residents_before_both() {
        NeedChanged need = need(List.of("DIY"));
        List<Reachable> byDistance = List.of(
                living("13", true),
                living(SHIMANE, false),
                living("34", false),
                living("01", false),
                living(null, false));
        assertThat(best(need, byDistance.reversed(), 9))
                .extracting(RecommendedSupporter::supporter)
                .containsExactlyElementsOf(
                        byDistance.stream().map(Reachable::id).toList());
        assertThat(first(need, byDistance.get(2)).reasons())
                .extracting(reason -> reason.sentence().ja())
                .anyMatch(sentence -> sentence.matches("広島県にお住まいです（およそ[1-9]0km）"));
        assertThat(first(need, byDistance.getLast()).reasons())
                .extracting(Reason::feature)
                .doesNotContain(Feature.RESIDENCE);
    }

    @Test
    void equals_take_turns_from_need_to_need_and_keep_their_order_for_one() {
        List<Reachable> equals =
                IntStream.range(0, 10).mapToObj(number -> skilled("DIY")).toList();
        Set<UUID> firsts = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            NeedChanged need = need(List.of("DIY"));
            UUID first = best(need, equals, 1).getFirst().supporter();
            assertThat(best(need, equals.reversed(), 1).getFirst().supporter()).isEqualTo(first);
            firsts.add(first);
        }
        assertThat(firsts).as("of ten equals, over a hundred needs").hasSizeGreaterThanOrEqualTo(8);
    }

    @Provide
    Arbitrary<NeedChanged> needs() {
        return words().ofMaxSize(3).map(SupporterRankingTest::need);
    }

    @Provide
    Arbitrary<List<Reachable>> supporters() {
        return Combinators.combine(
                        Arbitraries.of("13", "32", "34", "99").injectNull(0.2),
                        words().ofMaxSize(2),
                        words().ofMaxSize(3),
                        Arbitraries.of(Mode.class).injectNull(0.3),
                        Arbitraries.of(Stage.class).injectNull(0.1),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as((prefecture, interests, skills, mode, stage, resident, id) ->
                        new Reachable(new UUID(7, id), prefecture, interests, skills, mode, stage, resident))
                .list()
                .uniqueElements(Reachable::id)
                .ofMaxSize(40);
    }

    private static ListArbitrary<String> words() {
        return Arbitraries.of("DIY", "日曜大工", "改修", "空き家の改修", "翻訳", "草刈り", "イベント運営", "!?", "週末")
                .list();
    }

    private static NeedChanged need(List<String> skills) {
        return new NeedChanged(
                UUID.randomUUID(),
                1,
                NeedChanged.State.POSTED,
                UUID.randomUUID(),
                OHNAN,
                "空き家を直したい",
                "週末に来てくれる人を探しています。",
                skills,
                Mode.ONSITE);
    }

    private static Reachable skilled(String... skills) {
        return new Reachable(UUID.randomUUID(), null, List.of(), List.of(skills), null, null, false);
    }

    private static Reachable living(String prefecture, boolean resident) {
        return new Reachable(UUID.randomUUID(), prefecture, List.of(), List.of("DIY"), null, null, resident);
    }

    private static List<RecommendedSupporter> best(NeedChanged need, List<Reachable> supporters, int limit) {
        SupporterRanking ranking = new SupporterRanking(need, limit);
        supporters.forEach(ranking::consider);
        return ranking.best();
    }

    private static RecommendedSupporter first(NeedChanged need, Reachable supporter) {
        return best(need, List.of(supporter), 1).getFirst();
    }

    private static BigDecimal contribution(NeedChanged need, Reachable supporter, Feature feature) {
        return first(need, supporter).reasons().stream()
                .filter(reason -> reason.feature() == feature)
                .map(Reason::contribution)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
