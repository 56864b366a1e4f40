package jp.kakawari.registry.referral;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{code}/memberships/{membership}/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "points")
@RunOnVirtualThread
class ReferralResource {

    private static final String EXAMPLE = "hida-fanclub";

    private final Caller caller;
    private final Idempotency idempotency;
    private final RedeemReferral redeeming;

    ReferralResource(Caller caller, Idempotency idempotency, RedeemReferral redeeming) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.redeeming = redeeming;
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "redeemReferral",
            summary = "Redeem a card that a member gave to somebody (紹介カードの利用)",
            description = "By those who run the scheme. Each card counts once: 200 when it is told again.")
    @APIResponse(
            responseCode = "201",
            description = "Redeemed",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Redeemed before",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response redeemReferral(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Shown shown) {
        return idempotency.once(key, shown, () -> {
            RedeemReferral.Redeemed redeemed = redeeming.redeem(caller, code, membership, shown);
            return Response.status(redeemed.isNew() ? Response.Status.CREATED : Response.Status.OK)
                    .entity(redeemed.view())
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.SUPPORTER, Roles.PARTNER, Roles.MUNICIPALITY})
    @Operation(
            operationId = "readReferrals",
            summary = "Read how many came with a member's cards (紹介カードの利用状況)",
            description =
                    "For the person, the organisation that registered them and the municipality that keeps the membership.")
    @APIResponse(
            responseCode = "200",
            description = "How the member stands",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public ReferralView readReferrals(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership) {
        return redeeming.read(caller, code, membership);
    }

    /** A card that somebody shows. */
    @Schema(name = "ReferralShown", description = "紹介カードの利用")
    record Shown(
            @NotBlank @Size(max = 60) @Schema(description = "紹介カードの番号", examples = "HC-0001-07")
            String card,

            @Schema(description = "利用日; today where it is not said", examples = "2026-11-22")
            LocalDate redeemedOn) {}
}
