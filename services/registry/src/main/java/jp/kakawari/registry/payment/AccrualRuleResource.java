package jp.kakawari.registry.payment;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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

@Path("/v1/schemes/{code}/accrual-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments", description = "会員証での決済と還元: payments by members' cards, and what accrues")
@RunOnVirtualThread
class AccrualRuleResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final PaymentDesk desk;

    AccrualRuleResource(Caller caller, Idempotency idempotency, PaymentDesk desk) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "addAccrualRule",
            summary = "State what share of payments accrues (還元の規約)",
            description =
                    "A new version, by those who run the scheme. Each payment accrues under the version of its day.")
    @APIResponse(
            responseCode = "201",
            description = "The version",
            content = @Content(schema = @Schema(implementation = AccrualRule.class)))
    public Response addAccrualRule(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull AccrualRuleRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.rule(caller, code, request))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PARTNER})
    @Operation(
            operationId = "listAccrualRules",
            summary = "List the versions of what accrues (還元の規約の版)",
            description = "For those who run the scheme and the card operators, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions",
            content = @Content(schema = @Schema(implementation = RulePage.class)))
    public Response listAccrualRules(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(uri, page, desk.page(caller, code, page), AccrualRule::version, () -> desk.count(code));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "AccrualRulePage")
    record RulePage(List<AccrualRule> items, String next, Long count) {}
}
