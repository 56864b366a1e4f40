package jp.kakawari.registry.fund;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Reason;
import jp.kakawari.registry.Slug;
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

@Path("/v1/municipalities/{municipality}/funds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funds", description = "ふるさと基金: what municipalities keep for projects")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class FundResource {

    private static final String EXAMPLE = "love-saijo";

    private final Caller caller;
    private final Idempotency idempotency;
    private final KeepFund keeping;
    private final Funds funds;

    FundResource(Caller caller, Idempotency idempotency, KeepFund keeping, Funds funds) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.keeping = keeping;
        this.funds = funds;
    }

    @GET
    @Operation(operationId = "listFunds", summary = "List a municipality's funds (ふるさと基金一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of funds in the order of their codes",
            content = @Content(schema = @Schema(implementation = FundPage.class)))
    public Response listFunds(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<FundView> found = funds.page(municipality.value(), page);
        return Pages.answer(uri, page, found, FundView::code, () -> funds.count(municipality.value()));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "readFund", summary = "Read a fund and its balance (基金の残高)")
    @APIResponse(
            responseCode = "200",
            description = "The fund",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response readFund(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "基金コード", example = EXAMPLE) Slug code) {
        caller.mustActFor(municipality.value());
        return ETags.answer(keeping.read(municipality.value(), code.value()));
    }

    @PUT
    @Path("/{code}")
    @Operation(
            operationId = "putFund",
            summary = "State a fund (基金の登録・更新)",
            description = "Without If-Match for a new one; from then on with the revision that is replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The fund",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response putFund(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "基金コード", example = EXAMPLE) Slug code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull FundRequest request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(keeping.put(municipality.value(), code.value(), request, ifMatch));
    }

    @POST
    @Path("/{code}/entries")
    @Operation(
            operationId = "bookFundEntry",
            summary = "Book what goes into a fund or out of it (基金の収支の記録)",
            description = "Once for each sourceTransaction; 409 when more would go out than is there.")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = FundEntryView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = FundEntryView.class)))
    public Response bookFundEntry(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "基金コード", example = EXAMPLE) Slug code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull FundEntryView.Request request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> {
            KeepFund.Booked booked = keeping.book(municipality.value(), code.value(), request);
            return Response.status(booked.isNew() ? Response.Status.CREATED : Response.Status.OK)
                    .entity(booked.entry())
                    .build();
        });
    }

    @POST
    @Path("/{code}/entries/{id}/withdrawal")
    @Operation(
            operationId = "takeBackFundEntry",
            summary = "Take back what was booked by mistake (基金の収支の取消)",
            description =
                    "Nothing is deleted: a counter-entry of today, with its yen below zero, says why, and the sums are right at once.")
    @APIResponse(
            responseCode = "201",
            description = "The counter-entry",
            content = @Content(schema = @Schema(implementation = FundEntryView.class)))
    @APIResponse(responseCode = "409", description = "It was taken back already, or is a counter-entry")
    public Response takeBackFundEntry(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "基金コード", example = EXAMPLE) Slug code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Reason reason) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key,
                reason,
                () -> Response.status(Response.Status.CREATED)
                        .entity(keeping.takeBack(municipality.value(), code.value(), id, reason.reason()))
                        .build());
    }

    @GET
    @Path("/{code}/entries")
    @Operation(operationId = "listFundEntries", summary = "List what went into a fund and out of it (基金の収支)")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries in the order in which they were booked",
            content = @Content(schema = @Schema(implementation = EntryPage.class)))
    public Response listFundEntries(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "基金コード", example = EXAMPLE) Slug code,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<FundEntryView> found = funds.entries(municipality.value(), code.value(), page);
        return Pages.answer(
                uri, page, found, FundEntryView::id, () -> funds.countEntries(municipality.value(), code.value()));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "FundPage")
    record FundPage(List<FundView> items, String next, Long count) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "FundEntryPage")
    record EntryPage(List<FundEntryView> items, String next, Long count) {}
}
