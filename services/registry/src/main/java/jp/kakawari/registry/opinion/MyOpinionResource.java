package jp.kakawari.registry.opinion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/opinions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "opinions")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyOpinionResource {

    private final HearOpinions opinions;

    MyOpinionResource(HearOpinions opinions) {
        this.opinions = opinions;
    }

    @GET
    @Operation(operationId = "listMyOpinions", summary = "List one's opinions and their answers (自分の意見と回答)")
    @APIResponse(
            responseCode = "200",
            description = "A page of opinions",
            content = @Content(schema = @Schema(implementation = OpinionPage.class)))
    public Response listMyOpinions(@BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.answer(uri, page, opinions.own(page), OpinionView::id, opinions::countOwn);
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "OpinionPage")
    record OpinionPage(List<OpinionView> items, String next, Long count) {}
}
