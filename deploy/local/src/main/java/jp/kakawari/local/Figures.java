package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** One row of the KPI feed: the figures of a place. */
record Figures(JsonNode row) {

    /** The count of that name, empty when it is hidden. */
    OptionalLong of(String measure) {
        JsonNode cell = row;
        for (String step : measure.split("\\.")) {
            cell = cell.path(step);
        }
        JsonNode value = cell.path("value");
        return value.isNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }

    /** The count as a person reads it: X where it is hidden. */
    String told(String measure) {
        OptionalLong count = of(measure);
        return count.isPresent() ? "%,d".formatted(count.getAsLong()) : "X";
    }

    boolean isEmpty() {
        return of("ties").equals(OptionalLong.of(0));
    }
}
