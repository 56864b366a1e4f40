package jp.kakawari.matching.application;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/programs/{program}/applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Applications")
class ProgramApplicationResource {
    @Inject
    ReadApplications read;

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "listApplicationsOfProgram",
            summary = "The applications to a program, for its host (応募者一覧)",
            description =
                    "In order of arrival; by state, for example those WAITING. Also for an intermediary to which the host delegated"
                            + " APPLICATIONS (委任). To others the program does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in order of arrival",
            content = @Content(schema = @Schema(implementation = ApplicationResource.ApplicationPage.class)))
    public Response list(
            @PathParam("program") UUID program,
            @QueryParam("state") State state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(read.ofProgram(program, state, page), uri);
    }
}
