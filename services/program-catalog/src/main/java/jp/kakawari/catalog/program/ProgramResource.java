package jp.kakawari.catalog.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "programs", description = "What regions offer (受入プログラム)")
class ProgramResource {

    static final String ON_BEHALF_OF =
            "The municipality or prefecture that it is written for: by an intermediary that it delegated PROGRAMS to (委任),"
                    + " or by the secretariat (代理登録)";

    private final WriteProgram write;
    private final AdvanceProgram advance;
    private final ReadProgram read;
    private final Idempotency idempotency;
    private final SheetPatch sheetPatch;

    @Inject
    ProgramResource(
            WriteProgram write,
            AdvanceProgram advance,
            ReadProgram read,
            Idempotency idempotency,
            SheetPatch sheetPatch) {
        this.write = write;
        this.advance = advance;
        this.read = read;
        this.idempotency = idempotency;
        this.sheetPatch = sheetPatch;
    }

    @POST
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(operationId = "draftProgram", summary = "Write a new program (受入プログラムの下書き); only its host sees it")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response draft(
            @Parameter(description = ON_BEHALF_OF, example = "194425") @QueryParam("onBehalfOf")
                    LocalGovernmentCode onBehalfOf,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull ProgramSheet sheet) {
        return idempotency.once(key, new Draft(sheet, onBehalfOf), () -> {
            ProgramView view = write.draft(sheet, onBehalfOf);
            return ETags.created("/v1/programs/" + view.id(), view);
        });
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readProgram", summary = "A program (受入プログラム); a draft only for its host")
    @APIResponse(
            responseCode = "200",
            description = "The program",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        return ETags.answer(request, read.one(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(operationId = "replaceProgram", summary = "Replace the sheet (募集要項) of one's own program")
    @APIResponse(
            responseCode = "200",
            description = "The program",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ProgramSheet sheet) {
        return ETags.answer(write.revise(id, ifMatch, current -> sheet));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(operationId = "changeProgram", summary = "Change some fields of one's own program (JSON Merge Patch)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT),
                            example = "{\"capacity\": 20, \"lodging\": null}"))
    @APIResponse(
            responseCode = "200",
            description = "The program",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull JsonNode patch) {
        return ETags.answer(write.revise(id, ifMatch, current -> sheetPatch.apply(current, patch)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(operationId = "removeProgram", summary = "Remove one's own program (削除); the feed tells its followers")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        advance.remove(id, ifMatch);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(
            operationId = "publishProgram",
            summary = "Publish one's own program (公開), or open it again",
            description = "The secretariat only for a government: it may not see who applies (`host-sees-nobody`).")
    @APIResponse(
            responseCode = "200",
            description = "The published program",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response publish(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return step(Action.PUBLISH, id, key);
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(operationId = "closeProgram", summary = "End the call of one's own program (募集終了)")
    @APIResponse(
            responseCode = "200",
            description = "The closed program",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response close(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return step(Action.CLOSE, id, key);
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(operationId = "completeProgram", summary = "Tell that one's own program is done (実施済み)")
    @APIResponse(
            responseCode = "200",
            description = "The program that is done",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response complete(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return step(Action.COMPLETE, id, key);
    }

    private Response step(Action step, UUID id, String key) {
        return idempotency.once(key, step, () -> ETags.answer(advance.to(step, id)));
    }

    /** What makes two requests for a draft the same. */
    private record Draft(ProgramSheet sheet, LocalGovernmentCode onBehalfOf) {}
}
