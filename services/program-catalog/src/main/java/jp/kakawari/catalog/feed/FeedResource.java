package jp.kakawari.catalog.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.util.List;
import jp.kakawari.catalog.PrefectureNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/feeds/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "feeds", description = "Changes to follow (更新フィード)")
class FeedResource {

    private static final String FULL_PAGE = "public, max-age=3600";
    private static final String LAST_PAGE = "no-cache";

    private final FollowPrograms programs;

    @Inject
    FeedResource(FollowPrograms programs) {
        this.programs = programs;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "followPrograms",
            summary = "All changes of published programs (更新フィード), deletions too, as RPDE 1.0; open to everybody")
    @APIResponse(
            responseCode = "200",
            description = "One page; a full one may be cached, the last one may not",
            content = @Content(schema = @Schema(implementation = FeedPage.class)))
    public Response follow(
            @Parameter(description = "The number after which to go on; 0 for the beginning", example = "0")
                    @QueryParam("afterChangeNumber")
                    @DefaultValue("0")
                    @PositiveOrZero
                    long after,
            @Parameter(description = "Items per page, 1 to 500", example = "100")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(500)
                    int limit,
            @Parameter(description = "Only what concerns one prefecture (都道府県), with what left it", example = "21")
                    @QueryParam("prefecture")
                    PrefectureNumber prefecture,
            @Parameter(description = "Only what changed since then (差分)", example = "2026-11-01T00:00:00+09:00")
                    @QueryParam("updatedSince")
                    OffsetDateTime updatedSince,
            @Context UriInfo uri) {
        List<FeedPage.Item> items = programs.after(after, prefecture, updatedSince, limit);
        long last = items.isEmpty() ? after : items.getLast().modified();
        String next = uri.getRequestUriBuilder()
                .replaceQueryParam("afterChangeNumber", last)
                .build()
                .toString();
        return Response.ok(FeedPage.of(next, items))
                .header(HttpHeaders.CACHE_CONTROL, items.size() == limit ? FULL_PAGE : LAST_PAGE)
                .build();
    }
}
