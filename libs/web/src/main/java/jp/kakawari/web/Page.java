package jp.kakawari.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. {@code next} is the cursor of the page after it, null on the last one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the next page; absent on the last one", examples = "WyIyMTIxNzIiXQ")
        String next,

        @Schema(description = "Total over all pages, only with count=true")
        Long count) {

    /**
     * The page out of {@link PageRequest#fetch()} rows: the one row more than the limit only tells that there is a next
     * page, which starts after {@code position} of the last row shown.
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> position) {
        return of(rows, request, position, null);
    }

    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> position, Long count) {
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), null, count);
        }
        List<T> shown = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(shown, position.apply(shown.getLast()).toString(), count);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next, count);
    }
}
