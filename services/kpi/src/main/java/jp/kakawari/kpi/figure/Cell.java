package jp.kakawari.kpi.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One count. Whether a hidden one is small itself or protects another is not told, as that would tell something about it.
 *
 * @param value the count, null when hidden (秘匿)
 */
@Schema(examples = "{\"value\": 3035, \"suppressed\": false}")
public record Cell(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
        Long value,

        boolean suppressed,
        String reason) {

    public static final Cell HIDDEN = new Cell(null, true, "small-count-or-its-protection");

    public static Cell of(long count) {
        return new Cell(count, false, null);
    }
}
