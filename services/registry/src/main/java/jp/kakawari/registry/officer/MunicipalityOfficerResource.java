package jp.kakawari.registry.officer;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/officers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "officers")
@RunOnVirtualThread
class MunicipalityOfficerResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final ReadOfficers reading;
    private final AppointOfficer appointing;

    MunicipalityOfficerResource(
            Caller caller, Idempotency idempotency, ReadOfficers reading, AppointOfficer appointing) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.reading = reading;
        this.appointing = appointing;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.SECRETARIAT})
    @Operation(
            operationId = "listMunicipalityOfficers",
            summary = "List who holds, held or will hold an office of a municipality, by name (役職者名簿)",
            description =
                    "For the municipality and the secretariat; names that are not published are recorded as read.")
    @APIResponse(
            responseCode = "200",
            description = "A page of officers",
            content = @Content(schema = @Schema(implementation = OfficerResource.OfficerPage.class)))
    public Response listMunicipalityOfficers(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @QueryParam("role") @Parameter(description = "役職", example = "CKO") OfficerRole role,
            @QueryParam("state") @Parameter(description = "任期の状態", example = "ACTIVE") OfficerState state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        if (!caller.is(Roles.SECRETARIAT)) {
            caller.mustActFor(municipality.value());
        }
        var filter = reading.filter(municipality.value(), role, state, null);
        return Pages.answer(uri, page, reading.named(filter, page), OfficerView::id, () -> reading.count(filter));
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "appointOfficer",
            summary = "Appoint somebody to an office of your municipality (役職の任命)",
            description = "At most one CKO at a time. A term is over after its last day, without anybody's doing.")
    @APIResponse(
            responseCode = "201",
            description = "Appointed",
            content = @Content(schema = @Schema(implementation = OfficerView.class)))
    @APIResponse(responseCode = "409", description = "Another CKO's term overlaps")
    public Response appointOfficer(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull OfficerRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> {
            OfficerView view = appointing.appoint(municipality.value(), request);
            return ETags.created("/v1/officers/" + view.id(), view);
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "changeOfficer",
            summary = "Change an appointment: its term, training, or whether the name is public (任期・研修・公開の変更)",
            description = "JSON Merge Patch (RFC 7396); \"name\": null forgets the name.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OfficerView.class)))
    @APIResponse(responseCode = "409", description = "Another CKO's term overlaps")
    public Response changeOfficer(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = OfficerRequest.class))) @NotNull
                    JsonNode patch) {
        caller.mustActFor(municipality.value());
        return ETags.answer(appointing.change(municipality.value(), id, ifMatch, patch));
    }
}
