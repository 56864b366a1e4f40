package jp.kakawari.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Answers a page with its {@code Link: rel="next"}. */
public final class Pages {
    private Pages() {}

    /**
     * Answers the {@link PageRequest#fetch()} rows of a list that is in the order of one key: the page, where the next one
     * starts, and the total when the request asks for it.
     */
    public static <T> Response answer(
            UriInfo uriInfo, PageRequest request, List<T> rows, Function<T, ?> key, LongSupplier total) {
        return answer(Page.of(rows, request, last -> Cursor.of(key.apply(last)), total), uriInfo);
    }

    public static Response answer(Page<?> page, UriInfo uriInfo) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.next() != null) {
            var next = uriInfo.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            answer.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
