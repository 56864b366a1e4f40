package jp.kakawari.registry.opinion;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.scheme.SchemeCode;
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

@Path("/v1/municipalities/{municipality}/opinions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "opinions")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class MunicipalityOpinionResource {

    private final HearOpinions opinions;
    private final Caller caller;
    private final Idempotency idempotency;

    MunicipalityOpinionResource(HearOpinions opinions, Caller caller, Idempotency idempotency) {
        this.opinions = opinions;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(
            operationId = "listOpinions",
            summary = "List what members think (政策への意見の一覧)",
            description = "Holds personal data: each author shown sees that the municipality read it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of opinions in the order in which they came",
            content = @Content(schema = @Schema(implementation = MyOpinionResource.OpinionPage.class)))
    public Response listOpinions(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("scheme") @Parameter(description = "制度", example = "hida-fanclub") SchemeCode scheme,
            @QueryParam("topic") @Parameter(description = "テーマ", example = "akiya") Slug topic,
            @QueryParam("state") @Parameter(description = "状態", example = "POSTED") OpinionState state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        var filter = new Opinions.Filter(
                scheme == null ? null : scheme.value(), topic == null ? null : topic.value(), state);
        List<OpinionView> found = opinions.page(municipality.value(), filter, page);
        return Pages.answer(uri, page, found, OpinionView::id, () -> opinions.count(municipality.value(), filter));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readOpinion", summary = "Read what a member thinks (政策への意見)")
    @APIResponse(
            responseCode = "200",
            description = "The opinion",
            content = @Content(schema = @Schema(implementation = OpinionView.class)))
    public Response readOpinion(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        caller.mustActFor(municipality.value());
        return ETags.answer(opinions.read(municipality.value(), id));
    }

    @POST
    @Path("/{id}/answer")
    @Operation(operationId = "answerOpinion", summary = "Answer a member, or put an answer better (意見への回答)")
    @APIResponse(
            responseCode = "200",
            description = "The opinion with its answer",
            content = @Content(schema = @Schema(implementation = OpinionView.class)))
    public Response answerOpinion(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull AnswerRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> ETags.answer(opinions.answer(municipality.value(), id, request)));
    }
}
