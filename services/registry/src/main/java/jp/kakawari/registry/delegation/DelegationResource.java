package jp.kakawari.registry.delegation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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

@Path("/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "delegations",
        description = "委任: what an intermediary (中間支援組織) may do for municipalities and other members, and until when")
@RunOnVirtualThread
class DelegationResource {

    private final Delegate delegate;
    private final Idempotency idempotency;

    DelegationResource(Delegate delegate, Idempotency idempotency) {
        this.delegate = delegate;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.PARTNER})
    @Operation(
            operationId = "grantDelegation",
            summary = "Let an intermediary act for you (委任)",
            description = "It opens nothing before the intermediary has accepted it, nor outside its days.")
    @APIResponse(
            responseCode = "201",
            description = "The delegation",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    public Response grantDelegation(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull DelegationRequest request) {
        return idempotency.once(key, request, () -> {
            DelegationView view = delegate.grant(request);
            return ETags.created("/v1/delegations/" + view.id(), view);
        });
    }

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "listDelegations",
            summary = "List your delegations (委任一覧)",
            description = "Those of which you are one side; the secretariat sees all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of delegations in the order in which they were granted",
            content = @Content(schema = @Schema(implementation = DelegationPage.class)))
    public Response listDelegations(
            @QueryParam("grantor") @Parameter(description = "委任元", example = "00000000-0000-7000-8000-000000212172")
                    UUID grantor,
            @QueryParam("intermediary")
                    @Parameter(description = "委任先", example = "00000000-0000-7000-8000-00000000a001")
                    UUID intermediary,
            @QueryParam("government") @Parameter(description = "委任元の全国地方公共団体コード", example = "212172")
                    LocalGovernmentCode government,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = delegate.visible(grantor, intermediary, government == null ? null : government.value());
        return Pages.answer(uri, page, delegate.page(filter, page), DelegationView::id, () -> delegate.count(filter));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(operationId = "readDelegation", summary = "Read a delegation (委任)")
    @APIResponse(
            responseCode = "200",
            description = "The delegation",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    public Response readDelegation(@PathParam("id") UUID id, @Context Request request) {
        return ETags.answer(request, delegate.read(id));
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed(Roles.INTERMEDIARY)
    @Operation(operationId = "acceptDelegation", summary = "Accept a delegation to you (委任の承諾)")
    @APIResponse(
            responseCode = "200",
            description = "The delegation",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    @APIResponse(responseCode = "409", description = "Not in this state; allowedActions says what is")
    public Response acceptDelegation(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(delegate.accept(id)));
    }

    @POST
    @Path("/{id}/revocation")
    @RolesAllowed({Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "revokeDelegation",
            summary = "Take a delegation back, decline it or give it up (委任の解除・辞退)",
            description = "By either side; what it opened is closed at once.")
    @APIResponse(
            responseCode = "200",
            description = "The delegation",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    @APIResponse(responseCode = "409", description = "Not in this state; allowedActions says what is")
    public Response revokeDelegation(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(delegate.revoke(id)));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "DelegationPage")
    record DelegationPage(List<DelegationView> items, String next, Long count) {}
}
