package jp.kakawari.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers a page with its {@code Link: rel="next"}. */
public final class Pages {
    private Pages() {}

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
