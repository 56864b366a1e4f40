package jp.kakawari.registry.donation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
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

@Path("/v1/municipalities/{municipality}/donation-projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "donations", description = "寄附: projects, donations, and who keeps giving")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class ProjectResource {

    private static final String EXAMPLE = "tanada";

    private final Caller caller;
    private final Idempotency idempotency;
    private final KeepProject keeping;
    private final Projects projects;

    ProjectResource(Caller caller, Idempotency idempotency, KeepProject keeping, Projects projects) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.keeping = keeping;
        this.projects = projects;
    }

    @GET
    @Operation(operationId = "listDonationProjects", summary = "List a municipality's donation projects (寄附プロジェクト一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of projects in the order of their codes",
            content = @Content(schema = @Schema(implementation = ProjectPage.class)))
    public Response listDonationProjects(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("fund") @Parameter(description = "基金コード", example = "love-saijo") Slug fund,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        String of = fund == null ? null : fund.value();
        List<ProjectView> found = projects.page(municipality.value(), of, page);
        return Pages.answer(uri, page, found, ProjectView::code, () -> projects.count(municipality.value(), of));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "readDonationProject", summary = "Read a donation project (寄附プロジェクト)")
    @APIResponse(
            responseCode = "200",
            description = "The project with its donors, counted",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response readDonationProject(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "プロジェクトコード", example = EXAMPLE) Slug code) {
        caller.mustActFor(municipality.value());
        return ETags.answer(keeping.read(municipality.value(), code.value()));
    }

    @PUT
    @Path("/{code}")
    @Operation(
            operationId = "putDonationProject",
            summary = "State a donation project (寄附プロジェクトの登録・更新)",
            description = "Without If-Match for a new one; from then on with the revision that is replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The project",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response putDonationProject(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "プロジェクトコード", example = EXAMPLE) Slug code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ProjectRequest request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(keeping.put(municipality.value(), code.value(), request, ifMatch));
    }

    @GET
    @Path("/{code}/members")
    @Operation(
            operationId = "listProjectMembers",
            summary = "List who works along in a project (プロジェクトの参加者)",
            description = "Your own supporters only, as long as their tie lasts.")
    @APIResponse(
            responseCode = "200",
            description = "A page of members",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    public Response listProjectMembers(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "プロジェクトコード", example = EXAMPLE) Slug code,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<ProjectView.Member> found = projects.members(municipality.value(), code.value(), page);
        return Pages.answer(
                uri,
                page,
                found,
                ProjectView.Member::supporter,
                () -> projects.countMembers(municipality.value(), code.value()));
    }

    @POST
    @Path("/{code}/members")
    @Operation(
            operationId = "joinProject",
            summary = "Record that a supporter works along (プロジェクトへの参加)",
            description = "Saying so again changes nothing.")
    @APIResponse(responseCode = "204", description = "Recorded")
    public Response joinProject(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "プロジェクトコード", example = EXAMPLE) Slug code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Joining joining) {
        caller.mustActFor(municipality.value());
        return idempotency.onceNoContent(key, joining, () -> keeping.join(municipality.value(), code.value(), joining));
    }

    @POST
    @Path("/{code}/members/{supporter}/departure")
    @Operation(operationId = "leaveProject", summary = "Record that somebody works along no more (プロジェクトからの離脱)")
    @APIResponse(responseCode = "204", description = "Recorded")
    public Response leaveProject(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "プロジェクトコード", example = EXAMPLE) Slug code,
            @PathParam("supporter") UUID supporter,
            @HeaderParam("Idempotency-Key") String key) {
        caller.mustActFor(municipality.value());
        return idempotency.onceNoContent(
                key, "departure", () -> keeping.leave(municipality.value(), code.value(), supporter));
    }

    /** Who works along. */
    @Schema(name = "ProjectJoining", description = "プロジェクトへの参加: the supporter by id or by member number")
    record Joining(
            UUID supporter,
            @Size(max = 100) @Schema(examples = "HI-000001") String memberNumber,

            @Schema(description = "参加日; today where it is not said", examples = "2026-11-22")
            LocalDate joinedOn) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "DonationProjectPage")
    record ProjectPage(List<ProjectView> items, String next, Long count) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "ProjectMemberPage")
    record MemberPage(List<ProjectView.Member> items, String next, Long count) {}
}
