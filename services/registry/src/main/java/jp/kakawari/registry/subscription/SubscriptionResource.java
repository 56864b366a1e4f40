package jp.kakawari.registry.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions", description = "継続支援: who supports again and again")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class SubscriptionResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final KeepSubscription keeping;
    private final Subscriptions subscriptions;

    SubscriptionResource(
            Caller caller, Idempotency idempotency, KeepSubscription keeping, Subscriptions subscriptions) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.keeping = keeping;
        this.subscriptions = subscriptions;
    }

    @POST
    @Operation(
            operationId = "beginSubscription",
            summary = "Record that somebody supports again and again (継続支援の申込)",
            description = "200 when its sourceTransaction is told again.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response beginSubscription(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull SubscriptionRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> answer(keeping.begin(municipality.value(), request)));
    }

    @GET
    @Operation(operationId = "listSubscriptions", summary = "List who supports again and again (継続支援一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of subscriptions in the order in which they were told",
            content = @Content(schema = @Schema(implementation = SubscriptionPage.class)))
    public Response listSubscriptions(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("supporter") @Parameter(description = "関係人口のID") UUID supporter,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<SubscriptionView> found = subscriptions.page(municipality.value(), supporter, page);
        return Pages.answer(
                uri, page, found, SubscriptionView::id, () -> subscriptions.count(municipality.value(), supporter));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readSubscription", summary = "Read how somebody supports (継続支援)")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public SubscriptionView readSubscription(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        caller.mustActFor(municipality.value());
        return keeping.read(municipality.value(), id);
    }

    @POST
    @Path("/{id}/payments")
    @Operation(
            operationId = "paySubscription",
            summary = "Record a payment of it (継続支援の支払い)",
            description = "An entry of your ledger. 200 when its sourceTransaction is told again.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response paySubscription(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Payment payment) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key,
                payment,
                () -> answer(keeping.pay(
                        municipality.value(), id, payment, caller.organization().orElse(null))));
    }

    @POST
    @Path("/{id}/end")
    @Operation(operationId = "endSubscription", summary = "Record that it has ended (継続支援の終了)")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response endSubscription(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull End end) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key,
                end,
                () -> answer(new KeepSubscription.Kept(keeping.end(municipality.value(), id, end.endedOn()), false)));
    }

    private static Response answer(KeepSubscription.Kept kept) {
        return Response.status(kept.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .tag(ETags.of(kept.view().revision()))
                .entity(kept.view())
                .build();
    }

    /** What was paid. */
    @Schema(name = "SubscriptionPayment", description = "継続支援の支払い")
    record Payment(
            @NotNull @Schema(description = "支払日", examples = "2026-11-01")
            LocalDate paidOn,

            @Min(1)
            @Max(1_000_000_000_000L)
            @Schema(description = "金額（円）; as agreed where it is not said", examples = "1000")
            Long yen,

            @NotBlank
            @Size(max = 200)
            @Schema(description = "取引番号: told again, it stays one", examples = "GCF-0001-2026-11")
            String sourceTransaction) {}

    /** Since when. */
    @Schema(name = "SubscriptionEnd", description = "継続支援の終了")
    record End(
            @Schema(description = "終了日; today where it is not said", examples = "2026-11-22")
            LocalDate endedOn) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "SubscriptionPage")
    record SubscriptionPage(List<SubscriptionView> items, String next, Long count) {}
}
