package jp.kakawari.registry.oauthclient;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/organizations/{id}/client")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organization-clients", description = "API利用クライアント: how a member organisation gets its tokens")
@RunOnVirtualThread
class ClientResource {

    private static final String DISABLED = "The organisation is no active member";

    private final ManageClient clients;
    private final Idempotency idempotency;

    ClientResource(ManageClient clients, Idempotency idempotency) {
        this.clients = clients;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "readOrganizationClient",
            summary = "Read the OAuth client of your organisation (API利用クライアント)",
            description =
                    "For the organisation itself and the secretariat. It is made when the organisation is admitted,"
                            + " and gets no token while that is suspended or has left. Its history says who gave out codes and how"
                            + " each secret was taken.")
    @APIResponse(
            responseCode = "200",
            description = "The client",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public ClientView readOrganizationClient(@PathParam("id") UUID id) {
        return clients.read(id);
    }

    @POST
    @Path("/secret")
    @PermitAll
    @Operation(
            operationId = "issueOrganizationClientSecret",
            summary = "Take a new secret, shown this once (シークレットの発行・更新)",
            description =
                    "With the organisation's token or, once, with its 引換コード. The former secret, or its keys, are void as"
                            + " soon as the identity provider has the new one (state READY).")
    @APIResponse(
            responseCode = "200",
            description = "The client with its secret",
            content = @Content(schema = @Schema(implementation = ClientSecret.class)))
    @APIResponse(responseCode = "409", description = DISABLED)
    public Response issueOrganizationClientSecret(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, @Valid @NotNull ClaimRequest claim) {
        return idempotency.once(
                key,
                claim,
                () -> Response.ok(clients.issueSecret(id, claim.claimCode())).build());
    }

    @POST
    @Path("/keys")
    @PermitAll
    @Operation(
            operationId = "registerOrganizationClientKeys",
            summary = "Register the public keys of private_key_jwt instead of a secret (公開鍵の登録・更新)",
            description = "With the organisation's token or, once, with its 引換コード. No secret is then ever sent.")
    @APIResponse(
            responseCode = "200",
            description = "The client",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    @APIResponse(responseCode = "409", description = DISABLED)
    public Response registerOrganizationClientKeys(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, @Valid @NotNull KeysRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(clients.registerKeys(id, request)).build());
    }
}
