package jp.kakawari.registry.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
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

@Path("/v1/schemes/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
@RunOnVirtualThread
class PaymentResource {

    private static final String EXAMPLE = "hida-fanclub";

    private final Caller caller;
    private final Idempotency idempotency;
    private final TakePayments taking;
    private final PayOut payingOut;

    PaymentResource(Caller caller, Idempotency idempotency, TakePayments taking, PayOut payingOut) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.taking = taking;
        this.payingOut = payingOut;
    }

    @POST
    @Path("/payment-batches")
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "tellPayments", summary = "Tell payments by members' cards (決済データの登録)", description = """
                    By a card operator whom the rule names. Each transaction enters once, told again it is unchanged; what can't be
                    taken is reported and may come again; all the rest enters, or nothing. A refund names the payment that it takes
                    back, in whole or part. The ledger and what accrues follow at once.""")
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = PaymentReport.class)))
    public Response tellPayments(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull PaymentBatch batch) {
        return idempotency.once(
                key, batch, () -> Response.ok(taking.take(caller, code, batch)).build());
    }

    @GET
    @Path("/accruals")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PARTNER})
    @Operation(
            operationId = "readAccruals",
            summary = "Read what has accrued (還元の累計)",
            description =
                    "For a municipality that runs the scheme what accrued to it; for an operator what accrued from it.")
    @APIResponse(
            responseCode = "200",
            description = "One sum for each operator and municipality",
            content = @Content(schema = @Schema(implementation = AccrualList.class)))
    public AccrualList readAccruals(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code) {
        return new AccrualList(
                payingOut.seenBy(caller, code).stream().map(Accrual::view).toList());
    }

    @POST
    @Path("/payouts")
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            operationId = "payOutAccrual",
            summary = "Pay out what has accrued (還元金の支払い)",
            description = "All whole yen (1円未満切捨て); the fraction is carried over to the next time.")
    @APIResponse(
            responseCode = "201",
            description = "Paid out",
            content = @Content(schema = @Schema(implementation = Paid.class)))
    public Response payOutAccrual(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull PayOutRequest request) {
        return idempotency.once(key, request, () -> {
            PayOut.PaidOut paid =
                    payingOut.payOut(caller, code, request.municipality().value());
            return Response.status(Response.Status.CREATED)
                    .entity(new Paid(paid.yen(), paid.accrual().view()))
                    .build();
        });
    }

    /** To whom. */
    @Schema(name = "PayOutRequest", description = "還元金の支払い先")
    record PayOutRequest(
            @NotNull @Schema(description = "市区町村コード", examples = "212172")
            LocalGovernmentCode municipality) {}

    /** What was paid. */
    @Schema(name = "PaidOut", description = "支払った還元金")
    record Paid(
            @Schema(description = "支払額（円）", examples = "15") long yen, Accrual.View accrual) {}

    /** The sums. */
    @Schema(name = "AccrualList")
    record AccrualList(List<Accrual.View> items) {}
}
