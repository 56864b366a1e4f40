package jp.kakawari.registry.stage;

import java.time.LocalDate;
import java.util.Map;
import jp.kakawari.contracts.Stage;

/**
 * How deep a tie is (関わりの段階): the highest stage whose least number of engagements is reached. Counted are attested
 * engagements of a relation class in the last so many months.
 *
 * @param version told with each decision
 * @param months how far back engagements count
 * @param atLeast the number of engagements that a stage needs; a stage that is missing is not used
 */
public record StagePolicy(int version, int months, Map<Stage, Integer> atLeast) {

    public StagePolicy {
        if (months < 1) {
            throw new IllegalArgumentException("stage policy " + version + " looks back no time");
        }
        if (atLeast.getOrDefault(Stage.CATCH, -1) != 0) {
            throw new IllegalArgumentException("stage policy " + version + " must begin with CATCH at 0");
        }
        int before = -1;
        for (Stage stage : Stage.values()) {
            Integer least = atLeast.get(stage);
            if (least != null && least <= before) {
                throw new IllegalArgumentException("stage policy " + version + " must rise with each stage");
            }
            before = least == null ? before : least;
        }
        atLeast = Map.copyOf(atLeast);
    }

    /** The stage of a tie with that many counted engagements. */
    public Stage stageFor(long engagements) {
        Stage reached = Stage.CATCH;
        for (Stage stage : Stage.values()) {
            if (atLeast.containsKey(stage) && engagements >= atLeast.get(stage)) {
                reached = stage;
            }
        }
        return reached;
    }

    /** The first day that counts. */
    public LocalDate countsFrom(LocalDate today) {
        return today.minusMonths(months);
    }
}
