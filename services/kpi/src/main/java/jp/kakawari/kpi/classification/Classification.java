package jp.kakawari.kpi.classification;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.RelationClass;

/**
 * How one person's activities in a place count (関わり方の分類). 訪問系: the first class in the order 1 &gt; 2 &gt; 3 &gt; 4 &gt; 5
 * that an activity belongs to; so 5 趣味・消費型 only holds for somebody who does nothing else there, as the survey says.
 * The order among 1–4 is this platform's choice. 非訪問系 is told apart and may hold beside a visiting class.
 *
 * @param visiting the visiting class, empty for none
 * @param reasons what each activity counts as, in the order given
 */
public record Classification(Optional<RelationClass> visiting, boolean nonVisiting, List<Reason> reasons) {

    /** Version of the rule; told beside every figure that rests on it. */
    public static final int VERSION = 1;

    /** What one activity counts as; empty for those that the survey does not count or settle. */
    public record Reason(Activity activity, Optional<RelationClass> relationClass) {}

    public static Classification of(Collection<Activity> activities) {
        List<RelationClass> classes = activities.stream()
                .flatMap(activity -> activity.relationClass().stream())
                .toList();
        return new Classification(
                classes.stream().filter(RelationClass::visiting).min(Comparator.comparingInt(Classification::rank)),
                classes.contains(RelationClass.NON_VISITING),
                activities.stream()
                        .map(activity -> new Reason(activity, activity.relationClass()))
                        .toList());
    }

    /** 1 to 5 for 訪問系 in order of precedence, 6 for 非訪問系. */
    public static int rank(RelationClass relationClass) {
        return relationClass.ordinal() + 1;
    }
}
