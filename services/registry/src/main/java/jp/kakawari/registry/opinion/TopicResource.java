package jp.kakawari.registry.opinion;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/opinion-topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "opinions", description = "政策への意見: what members of schemes think, and what their municipality answers")
@RunOnVirtualThread
class TopicResource {

    private final Topics topics;
    private final Caller caller;

    TopicResource(Topics topics, Caller caller) {
        this.topics = topics;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listOpinionTopics",
            summary = "List on what a municipality hears its members (意見募集のテーマ一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of topics in the order of their codes",
            content = @Content(schema = @Schema(implementation = OpinionTopicPage.class)))
    public Response listOpinionTopics(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        List<TopicView> found = topics.page(municipality.value(), page);
        return Pages.answer(uri, page, found, TopicView::code, () -> topics.countOf(municipality.value()));
    }

    @PUT
    @Path("/{topic}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "putOpinionTopic",
            summary = "Ask members for opinions on a topic (意見の募集)",
            description = "The first time without If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The topic",
            content = @Content(schema = @Schema(implementation = TopicView.class)))
    public Response putOpinionTopic(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("topic") @Parameter(description = "テーマのコード", example = "akiya") Slug topic,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull TopicRequest request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(topics.put(new Topic.Key(municipality.value(), topic.value()), ifMatch, request));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "OpinionTopicPage")
    record OpinionTopicPage(List<TopicView> items, String next, Long count) {}
}
