package jp.kakawari.registry.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
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

@Path("/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "agreements",
        description = "連携協約・連携協定: what member organisations agreed on, and share while it is in force")
@RunOnVirtualThread
class AgreementResource {

    private final ConcludeAgreement agreements;
    private final Idempotency idempotency;

    AgreementResource(ConcludeAgreement agreements, Idempotency idempotency) {
        this.agreements = agreements;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "proposeAgreement",
            summary = "Propose an agreement (協定の提案)",
            description =
                    "You accept it thereby. It is concluded when all parties have, and known to them only until then.")
    @APIResponse(
            responseCode = "201",
            description = "The agreement",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response proposeAgreement(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull AgreementRequest request) {
        return idempotency.once(key, request, () -> {
            AgreementView view = agreements.propose(request);
            return ETags.created("/v1/agreements/" + view.id(), view);
        });
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAgreements",
            summary = "List agreements (協定一覧)",
            description = "Those that are concluded; a party sees its proposals too.")
    @APIResponse(
            responseCode = "200",
            description = "A page of agreements in the order in which they were proposed",
            content = @Content(schema = @Schema(implementation = AgreementPage.class)))
    public Response listAgreements(
            @QueryParam("type") @Parameter(description = "種別", example = "MUTUAL_SUPPORT") AgreementType type,
            @QueryParam("party") @Parameter(description = "当事者の会員団体", example = "00000000-0000-7000-8000-000000212172")
                    UUID party,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Agreements.Filter(type, party);
        return Pages.answer(
                uri, page, agreements.page(filter, page), AgreementView::id, () -> agreements.count(filter));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readAgreement", summary = "Read an agreement (協定)")
    @APIResponse(
            responseCode = "200",
            description = "The agreement",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response readAgreement(@PathParam("id") UUID id) {
        return ETags.answer(agreements.read(id));
    }

    @GET
    @Path("/{id}/supporter-counts")
    @RolesAllowed({Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "countSupportersOfParties",
            summary = "Read each other's numbers (協定による関係人口数の共有)",
            description =
                    "For a party, while the agreement is in force and shares SUPPORTER_COUNTS. Sums only; 1 to 9 withheld.")
    @APIResponse(
            responseCode = "200",
            description = "One sum for each municipality that is a party",
            content = @Content(schema = @Schema(implementation = PartyCountList.class)))
    public PartyCountList countSupportersOfParties(@PathParam("id") UUID id) {
        return new PartyCountList(agreements.supporterCounts(id));
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed({Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(operationId = "acceptAgreement", summary = "Accept a proposed agreement (協定への同意)")
    @APIResponse(
            responseCode = "200",
            description = "The agreement",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response acceptAgreement(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(agreements.accept(id)));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "endAgreement",
            summary = "End an agreement, or refuse a proposal (協定の終了・提案の辞退)",
            description = "From today on; what it shared is closed at once.")
    @APIResponse(
            responseCode = "200",
            description = "The agreement",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response endAgreement(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(agreements.end(id)));
    }

    /** The sums. */
    record PartyCountList(List<PartyCounts.Count> items) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "AgreementPage")
    record AgreementPage(List<AgreementView> items, String next, Long count) {}
}
