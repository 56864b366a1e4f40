package jp.kakawari.registry.officer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.ETags;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/officers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "officers", description = "役職: CKO, coordinators, ambassadors and guides of municipalities")
@PermitAll
@RunOnVirtualThread
class OfficerResource {

    private final ReadOfficers reading;

    OfficerResource(ReadOfficers reading) {
        this.reading = reading;
    }

    @GET
    @Operation(
            operationId = "listOfficers",
            summary = "List who holds an office (役職者一覧)",
            description = "With the names that are published.")
    @APIResponse(
            responseCode = "200",
            description = "A page of officers",
            content = @Content(schema = @Schema(implementation = OfficerPage.class)))
    public Response listOfficers(
            @QueryParam("municipality") @Parameter(description = "全国地方公共団体コード", example = "212172")
                    LocalGovernmentCode municipality,
            @QueryParam("role") @Parameter(description = "役職", example = "COORDINATOR") OfficerRole role,
            @QueryParam("state") @Parameter(description = "任期の状態", example = "ACTIVE") OfficerState state,
            @QueryParam("trained") @Parameter(description = "研修を修了しているか", example = "true") Boolean trained,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = reading.filter(municipality == null ? null : municipality.value(), role, state, trained);
        return Pages.answer(uri, page, reading.published(filter, page), OfficerView::id, () -> reading.count(filter));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readOfficer",
            summary = "Read who holds an office (役職者)",
            description = "A name that is not published is shown to the municipality that appointed them and to the"
                    + " secretariat only, and recorded as read.")
    @APIResponse(
            responseCode = "200",
            description = "The officer",
            content = @Content(schema = @Schema(implementation = OfficerView.class)))
    public Response readOfficer(@PathParam("id") UUID id) {
        return ETags.answer(reading.one(id));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "OfficerPage")
    record OfficerPage(List<OfficerView> items, String next, Long count) {}
}
