package jp.kakawari.registry.desksurvey;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/desk-surveys/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact-points")
@RunOnVirtualThread
class DeskSurveyResource {

    private final DeskSurveys surveys;
    private final RollUpDesks rolling;
    private final ConductSurvey conducting;
    private final Caller caller;

    DeskSurveyResource(DeskSurveys surveys, RollUpDesks rolling, ConductSurvey conducting, Caller caller) {
        this.surveys = surveys;
        this.rolling = rolling;
        this.conducting = conducting;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readDeskSurvey",
            summary = "Read a survey of desks, rolled up (窓口設置状況調査の集計)",
            description =
                    "Counts of municipalities by whom their desks are for, of those without one, and of prefectures.")
    @APIResponse(
            responseCode = "200",
            description = "The survey",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public Response readDeskSurvey(
            @PathParam("code") @Parameter(description = "調査コード", example = "desks-2020") Slug code,
            @Context Request request) {
        return ETags.answer(request, rolling.of(code));
    }

    @PUT
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "putDeskSurvey",
            summary = "State a survey of desks, with all its answers or without (窓口設置状況調査の登録・更新)",
            description = "Without If-Match for a new one.")
    @APIResponse(
            responseCode = "200",
            description = "The survey",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public Response putDeskSurvey(
            @PathParam("code") @Parameter(description = "調査コード", example = "desks-2020") Slug code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull SurveyRequest request) {
        return ETags.answer(conducting.state(code, request, ifMatch));
    }

    @GET
    @Path("/answers")
    @PermitAll
    @Operation(operationId = "listDeskAnswers", summary = "List what governments answered (窓口設置状況の回答一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of answers in the order of the governments' codes",
            content = @Content(schema = @Schema(implementation = AnswerPage.class)))
    public Response listDeskAnswers(
            @PathParam("code") @Parameter(description = "調査コード", example = "desks-2020") Slug code,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        surveys.of(code).orElseThrow(NotFound::new);
        return Pages.answer(uri, page, surveys.page(code, page), SurveyAnswer::government, () -> surveys.count(code));
    }

    @PUT
    @Path("/answers/{government}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
    @Operation(
            operationId = "answerDeskSurvey",
            summary = "Answer a survey of desks for your government (窓口設置状況の回答)",
            description = "The answer replaces the one before; nobody else writes it, so no If-Match is needed.")
    @APIResponse(responseCode = "204", description = "Answered")
    public Response answerDeskSurvey(
            @PathParam("code") @Parameter(description = "調査コード", example = "desks-2020") Slug code,
            @PathParam("government") @Parameter(description = "全国地方公共団体コード", example = "212172")
                    LocalGovernmentCode government,
            @Valid @NotNull AnswerRequest request) {
        caller.mustActFor(government.value());
        conducting.answer(code, government, request);
        return Response.noContent().build();
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "DeskAnswerPage")
    record AnswerPage(List<SurveyAnswer> items, String next, Long count) {}
}
