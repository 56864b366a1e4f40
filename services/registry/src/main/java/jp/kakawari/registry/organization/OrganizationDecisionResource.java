package jp.kakawari.registry.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.kakawari.registry.Reason;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/organizations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
@RunOnVirtualThread
class OrganizationDecisionResource {

    private static final String WRONG_STATE = "Not in this state; allowedActions says what is";

    private final Idempotency idempotency;
    private final DecideMembership deciding;

    OrganizationDecisionResource(Idempotency idempotency, DecideMembership deciding) {
        this.idempotency = idempotency;
        this.deciding = deciding;
    }

    @POST
    @Path("/admission")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "admitOrganization",
            summary = "Admit an organisation that applied, or that had left (入会の承認)")
    @APIResponse(
            responseCode = "200",
            description = "Now a member",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Response admitOrganization(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return decide(id, key, MemberAction.ADMIT, null);
    }

    @POST
    @Path("/refusal")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "refuseOrganization",
            summary = "Refuse an application, with the reason (入会の不承認)",
            description = "The organisation itself and the secretariat read the reason, nobody else.")
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Response refuseOrganization(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, @Valid @NotNull Reason request) {
        return decide(id, key, MemberAction.REFUSE, request.reason());
    }

    @POST
    @Path("/suspension")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "suspendOrganization",
            summary = "Suspend a member, with the reason (会員資格の停止)",
            description =
                    "The organisation itself and the secretariat read the reason, nobody else, and only until its state changes.")
    @APIResponse(
            responseCode = "200",
            description = "Suspended",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Response suspendOrganization(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, @Valid @NotNull Reason request) {
        return decide(id, key, MemberAction.SUSPEND, request.reason());
    }

    @POST
    @Path("/reinstatement")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(operationId = "reinstateOrganization", summary = "End a suspension (停止の解除)")
    @APIResponse(
            responseCode = "200",
            description = "A member again",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Response reinstateOrganization(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return decide(id, key, MemberAction.REINSTATE, null);
    }

    @POST
    @Path("/departure")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(operationId = "leaveAsOrganization", summary = "Leave, or take a member off the list (退会)")
    @APIResponse(
            responseCode = "200",
            description = "Left",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Response leaveAsOrganization(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return decide(id, key, MemberAction.LEAVE, null);
    }

    @POST
    @Path("/client-code")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "giveOrganizationClientCode",
            summary = "Give a member a new 引換コード for its client (引換コードの再発行)",
            description =
                    "For members that were listed without applying, or whose code is over after 7 days. Hand it to the contact:"
                            + " with it they take their first secret themselves, once, and they read who gave it out."
                            + " Refused once they have a secret or keys: then they themselves take new ones, and where they lost them see client-recovery.")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content = @Content(schema = @Schema(implementation = ClientCode.class)))
    @APIResponse(responseCode = "409", description = "No active member, or it has a secret or keys already")
    public Response giveOrganizationClientCode(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(
                key, "", () -> Response.ok(deciding.giveClient(id)).build());
    }

    @POST
    @Path("/client-recovery")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "recoverOrganizationClient",
            summary = "Give a 引換コード to a member that lost its secret or keys (シークレット紛失時の再設定)",
            description =
                    "What it had holds until it takes a new secret, or registers new keys, with the code: hand it to the contact,"
                            + " who is written to as well. It is good three days later. The member reads who gave it out and why, and whoever still has the old secret voids the code by"
                            + " taking a new one with it.")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content = @Content(schema = @Schema(implementation = ClientCode.class)))
    @APIResponse(responseCode = "409", description = "No active member")
    public Response recoverOrganizationClient(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, @Valid @NotNull Reason request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(deciding.recoverClient(id, request.reason())).build());
    }

    private Response decide(UUID id, String key, MemberAction action, String reason) {
        return idempotency.once(
                key, reason == null ? "" : reason, () -> ETags.answer(deciding.decide(id, action, reason)));
    }
}
