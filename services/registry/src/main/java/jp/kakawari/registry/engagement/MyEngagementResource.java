package jp.kakawari.registry.engagement;

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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyEngagementResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final ReportEngagement reporting;
    private final Engagements engagements;

    MyEngagementResource(Caller caller, Idempotency idempotency, ReportEngagement reporting, Engagements engagements) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.reporting = reporting;
        this.engagements = engagements;
    }

    @POST
    @Operation(
            operationId = "reportEngagement",
            summary = "Report what one did for a municipality (関わりの本人申告)",
            description = "It waits for the municipality, which attests or rejects it. 200 where it is known already.")
    @APIResponse(
            responseCode = "201",
            description = "Reported",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response reportEngagement(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull SelfReport report) {
        return idempotency.once(key, report, () -> {
            ReportEngagement.Reported reported = reporting.report(me(), report);
            EngagementView view = reported.view();
            return reported.isNew() ? ETags.created("/v1/me/engagements/" + view.id(), view) : ETags.answer(view);
        });
    }

    @GET
    @Operation(
            operationId = "listMyEngagements",
            summary = "List what is recorded of oneself (本人の関わりの記録)",
            description = "Municipality by municipality, the oldest day first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of engagements",
            content = @Content(schema = @Schema(implementation = EngagementResource.EngagementPage.class)))
    public Response listMyEngagements(@BeanParam PageRequest page, @Context UriInfo uri) {
        UUID me = me();
        List<EngagementView> found =
                engagements.ownOf(me, page).stream().map(EngagementView::ofOwn).toList();
        return Pages.answer(
                Page.of(
                        found,
                        page,
                        entry -> Cursor.of(entry.municipality(), entry.occurredOn(), entry.id()),
                        () -> engagements.count("supporter", me)),
                uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMyEngagement", summary = "Read an entry about oneself (本人の関わりの記録の閲覧)")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response readMyEngagement(@PathParam("id") UUID id, @Context Request request) {
        return ETags.answer(request, reporting.own(me(), id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawMyEngagement",
            summary = "Take back what one reported (本人申告の取下げ)",
            description = "As long as nobody has decided on it.")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response withdrawMyEngagement(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, "withdrawal", () -> ETags.answer(reporting.withdraw(me(), id)));
    }

    private UUID me() {
        return caller.supporter().orElseThrow(NotYours::new);
    }
}
