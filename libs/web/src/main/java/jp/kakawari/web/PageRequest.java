package jp.kakawari.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The paging parameters of a list, for {@code @BeanParam}; out of range is refused when they are read. */
public record PageRequest(
        @QueryParam("limit")
        @DefaultValue("50")
        @Parameter(description = "Items per page (件数), 1 to 200", example = "50")
        @Schema(minimum = "1", maximum = "200", defaultValue = "50")
        int limit,

        @QueryParam("cursor")
        @Parameter(description = "The `next` of the page before; opaque", example = "WyIyMTIxNzIiXQ")
        String cursor,

        @QueryParam("count")
        @DefaultValue("false")
        @Parameter(description = "true: also count all items (総件数)", example = "false")
        boolean count) {

    public PageRequest {
        if (limit < 1 || limit > 200) {
            throw new InvalidParameter("limit", "must be between 1 and 200", "1から200までの整数を指定してください");
        }
    }

    /** The rows to ask the database for: one more than the page shows. */
    public int fetch() {
        return limit + 1;
    }

    /** Where the page starts, absent on the first one. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).map(Cursor::parse);
    }
}
