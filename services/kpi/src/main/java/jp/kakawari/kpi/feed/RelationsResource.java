package jp.kakawari.kpi.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.kpi.figure.Relations;
import jp.kakawari.kpi.figure.Snapshot;
import jp.kakawari.kpi.place.Level;
import jp.kakawari.kpi.place.VisiblePlaces;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 関係人口フィード: sums for the secretariat and the governments, never a person. */
@Path("/v1/feeds/relations")
@Tag(name = "relations", description = "関係人口の集計")
@RunOnVirtualThread
public class RelationsResource {
    private static final boolean LAG_GROWS_MEANWHILE = true;

    @Inject
    Relations relations;

    @Inject
    VisiblePlaces visible;

    @Inject
    Clock clock;

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY})
    @Operation(
            operationId = "getRelations",
            summary = "People (実), ties (延べ), flows and relation classes per place (関係人口フィード)",
            description =
                    "All places of a level in one answer, as JSON or (Accept: text/csv) as a table in which X stands for"
                            + " a hidden count. Counts of 1 to 9, and others from which these could be worked out, are hidden the"
                            + " same for every caller. The secretariat sees all places, a prefecture itself and its municipalities,"
                            + " a municipality itself. Definitions: /v1/definitions.")
    @APIResponse(
            responseCode = "200",
            description = "The figures as of the newest event",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RelationsView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "422",
            description = "period-not-reported: before the first fiscal year that is reported, or in the future",
            content = @Content(mediaType = "application/problem+json"))
    @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
    public Response relations(
            @Parameter(description = "Default: the widest that the caller may see") @QueryParam("level") Level level,
            @Parameter(
                            description =
                                    "A month (2026-11) or a fiscal year (FY2026); default: the running fiscal year",
                            example = "FY2026")
                    @QueryParam("period")
                    String period,
            @Parameter(
                            description = "Only this prefecture (都道府県): two-digit or six-digit code, or name",
                            example = "21")
                    @QueryParam("prefecture")
                    String prefecture,
            @Parameter(description = "Only this municipality (市区町村)", example = "212172") @QueryParam("municipality")
                    LocalGovernmentCode municipality,
            @Context Request request) {
        List<Integer> places = visible.of(level, prefecture, municipality);
        Snapshot snapshot = relations.of(period);
        Response.ResponseBuilder notModified = request.evaluatePreconditions(new EntityTag(snapshot.version()));
        return (notModified != null ? notModified : Response.ok(RelationsView.of(snapshot, places, clock)))
                .tag(new EntityTag(snapshot.version(), LAG_GROWS_MEANWHILE))
                .header("Vary", "Accept")
                .header("Cache-Control", "private, no-cache")
                .build();
    }
}
