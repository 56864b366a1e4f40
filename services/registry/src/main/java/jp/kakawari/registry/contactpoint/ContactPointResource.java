package jp.kakawari.registry.contactpoint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/contact-points")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact-points", description = "窓口・関係案内所: where people ask about a region and are introduced")
@RunOnVirtualThread
class ContactPointResource {

    private final ReadContactPoints reading;
    private final StateContactPoint stating;
    private final Idempotency idempotency;

    ContactPointResource(ReadContactPoints reading, StateContactPoint stating, Idempotency idempotency) {
        this.reading = reading;
        this.stating = stating;
        this.idempotency = idempotency;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listContactPoints", summary = "List contact points (窓口・関係案内所一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of contact points",
            content = @Content(schema = @Schema(implementation = ContactPointPage.class)))
    public Response listContactPoints(
            @QueryParam("kind") @Parameter(description = "窓口の種別", example = "GUIDE_DESK") ContactPointKind kind,
            @QueryParam("government") @Parameter(description = "対象の自治体", example = "212172")
                    LocalGovernmentCode government,
            @QueryParam("location") @Parameter(description = "所在する市区町村", example = "231002")
                    LocalGovernmentCode location,
            @QueryParam("target") @Parameter(description = "対象者", example = "RELATION") Target target,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new ContactPoints.Filter(kind, value(government), value(location), target);
        return Pages.answer(uri, page, reading.page(filter, page), ContactPointView::id, () -> reading.count(filter));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readContactPoint", summary = "Read a contact point (窓口・関係案内所)")
    @APIResponse(
            responseCode = "200",
            description = "The contact point",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    public Response readContactPoint(@PathParam("id") UUID id) {
        return ETags.answer(reading.one(id));
    }

    @POST
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
    @Operation(
            operationId = "openContactPoint",
            summary = "Register a contact point that serves you (窓口・関係案内所の登録)",
            description = "It may stand in any municipality.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    public Response openContactPoint(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull ContactPointRequest request) {
        return idempotency.once(key, request, () -> {
            ContactPointView view = stating.open(request);
            return ETags.created("/v1/contact-points/" + view.id(), view);
        });
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
    @Operation(operationId = "stateContactPoint", summary = "State a contact point anew, or close it (窓口・関係案内所の更新・閉設)")
    @APIResponse(
            responseCode = "200",
            description = "The contact point",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    public Response stateContactPoint(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ContactPointRequest request) {
        return ETags.answer(stating.state(id, request, ifMatch));
    }

    @POST
    @Path("/{id}/referrals")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
    @Operation(
            operationId = "recordReferral",
            summary = "Record how many people a contact point introduced (紹介の記録)",
            description = "Numbers only; they add up to `referred`.")
    @APIResponse(
            responseCode = "200",
            description = "The contact point with its new count",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    public Response recordReferral(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull ReferralRequest request) {
        return idempotency.once(key, request, () -> ETags.answer(stating.refer(id, request)));
    }

    private static String value(LocalGovernmentCode code) {
        return code == null ? null : code.value();
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "ContactPointPage")
    record ContactPointPage(List<ContactPointView> items, String next, Long count) {}
}
