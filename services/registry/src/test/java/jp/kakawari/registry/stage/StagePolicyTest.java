package jp.kakawari.registry.stage;

import static jp.kakawari.contracts.Stage.CATCH;
import static jp.kakawari.contracts.Stage.CONNECT;
import static jp.kakawari.contracts.Stage.ENCOURAGE;
import static jp.kakawari.contracts.Stage.WARM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import jp.kakawari.contracts.Stage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagePolicyTest {

    private static final Map<Stage, Integer> FIRST = Map.of(CATCH, 0, WARM, 1, ENCOURAGE, 2, CONNECT, 4);

    private final StagePolicy policy = new StagePolicy(1, 24, FIRST);

    @ParameterizedTest
    @CsvSource({"0,CATCH", "1,WARM", "2,ENCOURAGE", "3,ENCOURAGE", "4,CONNECT", "400,CONNECT"})
    void the_stage_is_the_highest_whose_number_is_reached(long engagements, Stage stage) {
        assertThat(policy.stageFor(engagements)).isEqualTo(stage);
    }

    @Property
    void one_more_engagement_never_lowers_a_stage(@ForAll @IntRange(max = 1000) int engagements) {
        StagePolicy anyPolicy = new StagePolicy(1, 24, FIRST);
        assertThat(anyPolicy.stageFor(engagements + 1)).isGreaterThanOrEqualTo(anyPolicy.stageFor(engagements));
    }

    @Test
    void a_municipality_may_do_without_a_stage() {
        assertThat(new StagePolicy(2, 12, Map.of(CATCH, 0, WARM, 1, CONNECT, 2)).stageFor(1))
                .isEqualTo(WARM);
        StagePolicy short1 = new StagePolicy(2, 12, Map.of(CATCH, 0, CONNECT, 3));
        assertThat(short1.stageFor(2)).isEqualTo(CATCH);
        assertThat(short1.stageFor(3)).isEqualTo(CONNECT);
    }

    @Test
    void it_looks_back_from_the_same_day_of_the_month() {
        assertThat(policy.countsFrom(LocalDate.of(2026, 11, 21))).isEqualTo("2024-11-21");
        assertThat(policy.countsFrom(LocalDate.of(2028, 2, 29))).isEqualTo("2026-02-28");
    }

    @Test
    void a_policy_that_does_not_rise_is_refused() {
        assertThatThrownBy(() -> new StagePolicy(3, 24, Map.of(CATCH, 0, WARM, 2, ENCOURAGE, 2)))
                .hasMessageContaining("must rise");
        assertThatThrownBy(() -> new StagePolicy(3, 24, Map.of(WARM, 1))).hasMessageContaining("CATCH at 0");
        assertThatThrownBy(() -> new StagePolicy(3, 0, FIRST)).hasMessageContaining("looks back no time");
    }
}
