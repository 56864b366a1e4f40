package jp.kakawari.registry.roster;

import java.util.List;

/**
 * One row of a list as it stands there.
 *
 * @param line physical line of the file in which the row begins (the header is line 1)
 */
public record Row(long line, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
