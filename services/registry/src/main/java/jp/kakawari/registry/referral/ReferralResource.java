package jp.kakawari.registry.referral;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
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

@Path("/v1/schemes/{code}/memberships/{membership}/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "points")
@RunOnVirtualThread
class ReferralResource {

    private static final String EXAMPLE = "hida-fanclub";

    private final Caller caller;
    private final Idempotency idempotency;
    private final RedeemReferral redeeming;
    private final TakeBackCard cards;

    ReferralResource(Caller caller, Idempotency idempotency, RedeemReferral redeeming, TakeBackCard cards) {
        this.cards = cards;
        this.caller = caller;
        this.idempotency = idempotency;
        this.redeeming = redeeming;
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "redeemReferral",
            summary = "Redeem a card that a member gave to somebody (紹介カードの利用)",
            description =
                    "By those who run the scheme. Each card counts once: 200 when it is told again. What was redeemed by"
                            + " mistake is taken back under …/cards.")
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

    @GET
    @Path("/cards")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "listReferralCards",
            summary = "List the cards that came back for a member (利用された紹介カード一覧)",
            description =
                    "For the municipality that keeps the membership; others that run the scheme see those they redeemed."
                            + " Also what was taken back, with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cards in the order in which they were redeemed",
            content = @Content(schema = @Schema(implementation = CardPage.class)))
    public Response listReferralCards(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        List<CardView> found = cards.page(caller, code, membership, page);
        return Pages.answer(uri, page, found, CardView::id, () -> cards.count(caller, code, membership));
    }

    @POST
    @Path("/cards/{id}/withdrawal")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "takeBackReferralCard",
            summary = "Take back that a card was redeemed (紹介カードの利用の取消)",
            description =
                    "It stays in the list and counts no more; the card may be redeemed again. A benefit that rested on it is"
                            + " taken back, unless the member has used it.")
    @APIResponse(
            responseCode = "200",
            description = "The card",
            content = @Content(schema = @Schema(implementation = CardView.class)))
    @APIResponse(responseCode = "409", description = "It was taken back already")
    public Response takeBackReferralCard(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull TakingBack takingBack) {
        return idempotency.once(
                key,
                takingBack,
                () -> Response.ok(cards.takeBack(caller, code, membership, id, takingBack.because()))
                        .build());
    }

    /** Why a card is taken back. */
    @Schema(name = "ReferralCardTakingBack", description = "紹介カードの利用の取消")
    record TakingBack(
            @NotNull @Schema(examples = "WRONG_MEMBER") CardView.Because because) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "ReferralCardPage")
    record CardPage(List<CardView> items, String next, Long count) {}

    /** A card that somebody shows. */
    @Schema(name = "ReferralShown", description = "紹介カードの利用")
    record Shown(
            @NotBlank @Size(max = 60) @Schema(description = "紹介カードの番号", examples = "HC-0001-07")
            String card,

            @Schema(description = "利用日; today where it is not said", examples = "2026-11-22")
            LocalDate redeemedOn) {}
}
