package jp.kakawari.registry.survey;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For whoever follows the link in a letter: the address says who may answer, and nobody can guess it. */
@Path("/v1/survey-answers/{token}")
@Tag(name = "surveys")
@PermitAll
@RunOnVirtualThread
class SurveyAnswerResource {

    private static final List<Variant> FORMATS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();
    private static final String PAGE = "<!doctype html><html lang=\"ja\">…</html>";

    private final AnswerSurvey surveys;
    private final Template page;

    SurveyAnswerResource(AnswerSurvey surveys, @Location("page/survey.html") Template page) {
        this.surveys = surveys;
        this.page = page;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "readQuestionnaire",
            summary = "Read what one is asked (アンケートの設問)",
            description = "Also when it is closed: `open` says whether answers are taken; the page shows no form then.")
    @APIResponse(
            responseCode = "200",
            description = "The questions",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Questionnaire.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "page", value = PAGE))
            })
    public Response readQuestionnaire(
            @PathParam("token") @Parameter(example = "3q2-7w") String token, @Context Request request) {
        Questionnaire questionnaire = surveys.questions(token);
        boolean html = MediaType.TEXT_HTML_TYPE.isCompatible(
                request.selectVariant(FORMATS).getMediaType());
        return html
                ? shown(token, questionnaire, false)
                : Response.ok(questionnaire).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerSurvey",
            summary = "Answer a survey, once (アンケートへの回答)",
            description = "Without a login. What is said is kept apart from who was asked.")
    @APIResponse(responseCode = "204", description = "Taken")
    @APIResponse(responseCode = "409", description = "already-answered, or survey-closed")
    public void answerSurvey(
            @PathParam("token") @Parameter(example = "3q2-7w") String token, @Valid @NotNull Answers answers) {
        surveys.answer(token, answers);
    }

    @POST
    @Path("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "answerSurveyByForm", summary = "Answer by the form of the page (ページからの回答)")
    @APIResponse(
            responseCode = "200",
            description = "Taken",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    @APIResponse(responseCode = "409", description = "already-answered, or survey-closed")
    public Response answerSurveyByForm(
            @PathParam("token") @Parameter(example = "3q2-7w") String token,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(type = SchemaType.OBJECT),
                                            examples = @ExampleObject(name = "form", value = "visit=はい")))
                    MultivaluedMap<String, String> form) {
        surveys.answer(token, new Answers(Map.copyOf(form)));
        return shown(token, surveys.questions(token), true);
    }

    private Response shown(String token, Questionnaire questionnaire, boolean done) {
        return Response.ok(
                        page.data("survey", questionnaire)
                                .data("done", done)
                                .data("action", token + "/form")
                                .render(),
                        MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
