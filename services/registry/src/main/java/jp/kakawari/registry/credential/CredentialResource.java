package jp.kakawari.registry.credential;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/credentials/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "credentials")
@RunOnVirtualThread
class CredentialResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final UseCard using;

    CredentialResource(Caller caller, Idempotency idempotency, UseCard using) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.using = using;
    }

    @GET
    @Path("/verification")
    @PermitAll
    @Operation(
            operationId = "verifyCredential",
            summary = "Verify a card that somebody shows (会員証の確認)",
            description =
                    "For anybody who is shown one: whether it is valid, of which scheme and tier and until when; never whose.")
    @APIResponse(
            responseCode = "200",
            description = "Whether it is valid",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    public Response verifyCredential(@PathParam("id") UUID id) {
        return Response.ok(using.verify(id)).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/revocation")
    @RolesAllowed({Roles.SUPPORTER, Roles.PARTNER, Roles.MUNICIPALITY})
    @Operation(
            operationId = "revokeCredential",
            summary = "Revoke a card (会員証の失効)",
            description =
                    "By the member, the organisation that registered them, or the municipality that keeps the membership.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public Response revokeCredential(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Revocation revocation) {
        return idempotency.onceNoContent(
                key,
                revocation,
                () -> using.revoke(caller, id, revocation.reason().name()));
    }

    @POST
    @Path("/uses")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "useCredential",
            summary = "Let a card be used for what the scheme promises (特典の利用)",
            description = "By those who run the scheme; as often as the policy says, however many ask at once.")
    @APIResponse(
            responseCode = "200",
            description = "Used",
            content = @Content(schema = @Schema(implementation = Used.class)))
    public Response useCredential(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, @Valid @NotNull Use use) {
        return idempotency.once(key, use, () -> {
            UseCard.Used used = using.use(caller, id, use.entitlement());
            return Response.ok(new Used(
                            used.entitlement().code(), used.entitlement().name(), used.left()))
                    .build();
        });
    }

    @POST
    @Path("/stamps")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "stampCredential",
            summary = "Stamp a card: its member was here (来訪スタンプ)",
            description = "An entry of your ledger (関わりの記録), once for each sourceTransaction; tiers and stages follow.")
    @APIResponse(
            responseCode = "201",
            description = "Stamped",
            content = @Content(schema = @Schema(implementation = Stamped.class)))
    public Response stampCredential(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, @Valid @NotNull Stamp stamp) {
        return idempotency.once(key, stamp, () -> {
            UUID entry = using.stamp(caller, id, stamp.activity(), stamp.occurredOn(), stamp.sourceTransaction());
            return Response.status(Response.Status.CREATED)
                    .entity(new Stamped(entry))
                    .build();
        });
    }

    /** Why a card is no longer valid: a code, so that nothing is written about a person. */
    enum RevokedBecause {
        /** 紛失 */
        LOST,
        /** 不正利用 */
        MISUSED,
        /** その他 */
        OTHER
    }

    /** What to do with a card that may not be shown any more. */
    @Schema(name = "CredentialRevocation", description = "会員証の失効")
    record Revocation(
            @NotNull @Schema(description = "LOST 紛失, MISUSED 不正利用, OTHER その他", examples = "LOST")
            RevokedBecause reason) {}

    /** What a card is used for. */
    @Schema(name = "CredentialUse", description = "特典の利用")
    record Use(
            @NotBlank @Size(max = 40) @Schema(description = "特典のコード", examples = "castle-entry")
            String entitlement) {}

    /** How often is left. */
    @Schema(name = "CredentialUsed", description = "特典の利用結果")
    record Used(
            @Schema(examples = "castle-entry") String entitlement,
            @Schema(examples = "城への入城") String name,
            @Schema(description = "残りの回数", examples = "0") int left) {}

    /** A visit. */
    @Schema(name = "CredentialStamp", description = "来訪スタンプ")
    record Stamp(
            @Schema(description = "過ごし方; 趣味・環境 (a visit) where it is not said", examples = "HOBBY_AND_NATURE")
            Activity activity,

            @Schema(description = "訪問日; today where it is not said", examples = "2026-11-21")
            LocalDate occurredOn,

            @NotBlank @Size(max = 200) @Schema(description = "取引番号", examples = "stamp-0001")
            String sourceTransaction) {}

    /** The entry of the ledger. */
    @Schema(name = "CredentialStamped", description = "記録された関わり")
    record Stamped(UUID engagement) {}
}
