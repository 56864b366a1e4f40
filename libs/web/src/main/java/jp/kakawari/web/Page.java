package jp.kakawari.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
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
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), null, null);
        }
        List<T> shown = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(shown, position.apply(shown.getLast()).toString(), null);
    }

    /** The same with the total over all pages, which is counted only when the request asks for it. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> position, LongSupplier total) {
        Page<T> page = of(rows, request, position);
        return request.count() ? new Page<>(page.items, page.next, total.getAsLong()) : page;
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next, count);
    }
}
