package jp.kakawari.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One measured figure, in words and in numbers.
 *
 * @param what what was done, and how often
 * @param measured value with its unit
 * @param against what it is compared with, measured in the same run, and the ratio; empty where the goal is absolute
 * @param goal what is wanted; empty where nothing is
 * @param numbers what the words tell, and by which numbers the goal is reached
 */
record Figure(String what, String measured, String against, String goal, List<Measure> numbers) {

    Figure(String what, String measured, String against, String goal, Measure... numbers) {
        this(what, measured, against, goal, List.of(numbers));
    }

    /** Null where nothing is wanted. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Boolean reached() {
        return numbers.stream().noneMatch(Measure::hasGoal)
                ? null
                : (Boolean) numbers.stream().allMatch(Measure::isReached);
    }

    boolean isMissed() {
        return Boolean.FALSE.equals(reached());
    }

    String row() {
        String reached = reached() == null ? "" : isMissed() ? "**no**" : "yes";
        return "| %s | %s | %s | %s | %s |".formatted(what, measured, against, goal, reached);
    }
}
