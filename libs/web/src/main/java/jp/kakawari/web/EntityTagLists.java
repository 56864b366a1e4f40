package jp.kakawari.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Caches send {@code If-None-Match: "1", W/"2"}: several tags in one line, weakened by whoever zipped the answer on its way.
 * The framework compares line by line and strictly; RFC 9110 wants each tag compared weakly.
 */
@Provider
public class EntityTagLists implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String tags = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            request.getHeaders()
                    .put(
                            HttpHeaders.IF_NONE_MATCH,
                            Arrays.stream(tags.split(","))
                                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                                    .toList());
        }
    }
}
