package jp.kakawari.kpi.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.RelationClass;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    @Test
    void row147_consumption_only_is_hobby_and_volunteering_makes_it_direct_contribution() {
        assertThat(visiting(Activity.DINING_AND_SHOPPING)).isEqualTo(RelationClass.HOBBY_CONSUMPTION);
        assertThat(visiting(Activity.DINING_AND_SHOPPING, Activity.VOLUNTEERING))
                .isEqualTo(RelationClass.DIRECT_CONTRIBUTION);
    }

    @Test
    void donating_is_non_visiting_and_may_stand_beside_a_visiting_class() {
        var both = Classification.of(List.of(Activity.HOMETOWN_TAX_DONATION, Activity.LEARNING));
        assertThat(both.visiting()).contains(RelationClass.EXCHANGE);
        assertThat(both.nonVisiting()).isTrue();
    }

    @Test
    void own_business_and_family_care_count_for_nothing() {
        var none = Classification.of(List.of(Activity.OWN_BUSINESS, Activity.FAMILY_CARE));
        assertThat(none.visiting()).isEmpty();
        assertThat(none.nonVisiting()).isFalse();
        assertThat(none.reasons()).hasSize(2);
    }

    @Property
    void neither_order_nor_repetition_matters(@ForAll Set<Activity> activities, @ForAll long seed) {
        var twice = new ArrayList<>(activities);
        twice.addAll(activities);
        Collections.shuffle(twice, new Random(seed));
        var once = Classification.of(activities);
        var again = Classification.of(twice);
        assertThat(again.visiting()).isEqualTo(once.visiting());
        assertThat(again.nonVisiting()).isEqualTo(once.nonVisiting());
    }

    @Property
    void doing_more_never_lowers_the_class(@ForAll Set<Activity> activities, @ForAll Activity more) {
        var before = Classification.of(activities);
        var all = new ArrayList<>(activities);
        all.add(more);
        var after = Classification.of(all);
        assertThat(rank(after)).isLessThanOrEqualTo(rank(before));
        assertThat(after.nonVisiting() || !before.nonVisiting()).isTrue();
    }

    @Property
    void hobby_means_that_there_is_no_other_visiting_activity(@ForAll Set<Activity> activities) {
        var classification = Classification.of(activities);
        boolean onlyHobby = activities.stream()
                .flatMap(activity -> activity.relationClass().stream())
                .filter(RelationClass::visiting)
                .allMatch(RelationClass.HOBBY_CONSUMPTION::equals);
        assertThat(classification
                        .visiting()
                        .filter(RelationClass.HOBBY_CONSUMPTION::equals)
                        .isPresent())
                .isEqualTo(onlyHobby && classification.visiting().isPresent());
    }

    private static RelationClass visiting(Activity... activities) {
        return Classification.of(List.of(activities)).visiting().orElseThrow();
    }

    private static int rank(Classification classification) {
        return classification.visiting().map(Classification::rank).orElse(Integer.MAX_VALUE);
    }
}
