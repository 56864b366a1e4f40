package jp.kakawari.catalog.program;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/hosted-programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "programs")
class HostedProgramResource {

    private final ReadProgram read;

    @Inject
    HostedProgramResource(ReadProgram read) {
        this.read = read;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(
            operationId = "listHostedPrograms",
            summary = "The caller's own programs (自団体のプログラム), drafts too, newest first",
            description =
                    "Those of a government for an intermediary that it delegated PROGRAMS to, and for the secretariat.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ProgramPage.class)))
    public Response list(
            @Parameter(description = ProgramResource.ON_BEHALF_OF, example = "194425") @QueryParam("onBehalfOf")
                    LocalGovernmentCode onBehalfOf,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(read.own(onBehalfOf, page), uri);
    }

    /** For the documentation: a page of programs. */
    private record ProgramPage(List<ProgramView> items, String next, Long count) {}
}
