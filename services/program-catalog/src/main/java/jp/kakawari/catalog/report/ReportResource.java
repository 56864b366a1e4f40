package jp.kakawari.catalog.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.catalog.program.OwnPrograms;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/programs/{id}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "reports", description = "What became of programs (活動報告)")
class ReportResource {

    private final ReportActivity report;
    private final ActivityReports reports;
    private final OwnPrograms programs;
    private final Idempotency idempotency;

    @Inject
    ReportResource(ReportActivity report, ActivityReports reports, OwnPrograms programs, Idempotency idempotency) {
        this.report = report;
        this.reports = reports;
        this.programs = programs;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(operationId = "reportActivity", summary = "Tell what became of one's own program (活動報告)")
    @APIResponse(
            responseCode = "201",
            description = "The report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response report(
            @PathParam("id") UUID program,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull ReportSheet sheet) {
        return idempotency.once(key, sheet, () -> {
            ReportView view = report.report(program, sheet);
            return Response.created(
                            UriBuilder.fromPath("/v1/programs/{id}/reports").build(program))
                    .entity(view)
                    .build();
        });
    }

    @GET
    @PermitAll
    @Operation(operationId = "listReports", summary = "Reports (活動報告) of a program, newest first; open to everybody")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ReportPage.class)))
    public Response list(@PathParam("id") UUID program, @BeanParam PageRequest request, @Context UriInfo uri) {
        programs.mustBeReadable(program);
        var page = Page.of(
                reports.newestOf(program, request), request, ActivityReports::position, () -> reports.countOf(program));
        return Pages.answer(page.map(ReportView::of), uri);
    }

    /** For the documentation: a page of reports. */
    private record ReportPage(List<ReportView> items, String next, Long count) {}
}
