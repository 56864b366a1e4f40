package jp.kakawari.registry.announcement;

import jakarta.ws.rs.QueryParam;
import jp.kakawari.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Where in a feed one reads. */
record Following(
        @QueryParam("cursor")
        @Parameter(
                description = "Of `next_url`; opaque",
                example = "WyIwMTk4YzBkZS0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiXQ")
        String cursor) {

    private static final int ITEMS = 50;

    PageRequest page() {
        return new PageRequest(ITEMS, cursor, false);
    }
}
