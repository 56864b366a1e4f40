package jp.kakawari.kpi.recruitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hides small groups of a known total (秘匿): those below the threshold, and the smallest others until what is hidden is of two
 * groups at least and of as many people as the threshold, so that no group follows from the total.
 */
final class HideGroups {

    private HideGroups() {}

    /** Which of these counts are hidden. */
    static boolean[] of(List<Long> counts, int threshold) {
        boolean[] hidden = new boolean[counts.size()];
        List<Integer> bySize = new ArrayList<>();
        for (int place = 0; place < counts.size(); place++) {
            bySize.add(place);
        }
        bySize.sort(Comparator.comparing(counts::get));
        long sum = 0;
        int groups = 0;
        for (int place : bySize) {
            boolean small = counts.get(place) < threshold;
            if (!small && (groups == 0 || groups >= 2 && sum >= threshold)) {
                break;
            }
            hidden[place] = true;
            sum += counts.get(place);
            groups++;
        }
        return hidden;
    }
}
