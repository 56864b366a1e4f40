package jp.kakawari.registry.supporterfeed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/supporter-feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "municipality-supporters")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class SupporterFeedResource {

    private static final String FULL_PAGE = "private, max-age=3600";
    private static final String LAST_PAGE = "private, no-cache";

    private final Caller caller;
    private final FollowSupporters supporters;

    SupporterFeedResource(Caller caller, FollowSupporters supporters) {
        this.caller = caller;
        this.supporters = supporters;
    }

    @GET
    @Operation(
            operationId = "followMunicipalitySupporters",
            summary = "Follow what changes among a municipality's supporters (関係人口の更新フィード, RPDE 1.0)",
            description = """
                    From the beginning it is all of them; keep going to `next`, and keep the last one for the next time. An item
                    replaces what was known of its id; `deleted` (the tie ended, or the person was removed) stays for as long as the
                    record of the tie. No change is missed however many write at once: one shows when all that began before it have
                    ended, which during a large list can take as long as its merge. Holds personal data: each supporter shown sees
                    that the municipality read them.

                        curl -H "Authorization: Bearer $TOKEN" \\
                          'http://localhost:8081/v1/municipalities/212172/supporter-feed?limit=500'""")
    @APIResponse(
            responseCode = "200",
            description = "One page; a full one may be cached privately, the last one may not",
            content = @Content(schema = @Schema(implementation = SupporterFeedPage.class)))
    @APIResponse(responseCode = "304", description = "The page is what If-None-Match names; nobody was read")
    public Response followMunicipalitySupporters(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("afterTimestamp")
                    @Parameter(description = "`modified` of the last item known; with afterId", example = "0")
                    Long afterTimestamp,
            @QueryParam("afterId")
                    @Parameter(
                            description = "`id` of the last item known; with afterTimestamp",
                            example = "00000000-0000-0000-0000-000000000000")
                    UUID afterId,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(500)
                    @Parameter(description = "Items per page, 1 to 500", example = "100")
                    int limit,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @Context Request request,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        Position after = Position.of(afterTimestamp, afterId);
        if (known != null) {
            EntityTag present = new EntityTag(supporters.tag(municipality, after, limit));
            Response.ResponseBuilder notModified = request.evaluatePreconditions(present);
            if (notModified != null) {
                return notModified.tag(present).build();
            }
        }
        List<SupporterFeedPage.Item> items = supporters.after(municipality, after, limit);
        return Response.ok(SupporterFeedPage.of(next(uri, items), items))
                .tag(new EntityTag(FollowSupporters.tag(items)))
                .header(HttpHeaders.CACHE_CONTROL, items.size() == limit ? FULL_PAGE : LAST_PAGE)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    private static String next(UriInfo uri, List<SupporterFeedPage.Item> items) {
        if (items.isEmpty()) {
            return uri.getRequestUri().toString();
        }
        Position last = items.getLast().position();
        return uri.getRequestUriBuilder()
                .replaceQueryParam("afterTimestamp", last.modified())
                .replaceQueryParam("afterId", last.id())
                .build()
                .toString();
    }
}
