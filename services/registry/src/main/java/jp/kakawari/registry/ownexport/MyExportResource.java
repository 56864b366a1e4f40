package jp.kakawari.registry.ownexport;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/export")
@Tag(name = "me")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyExportResource {

    private final ExportOwnData exporting;

    MyExportResource(ExportOwnData exporting) {
        this.exporting = exporting;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportMe",
            summary = "Take out everything that is held of oneself (本人データの書き出し)",
            description = """
                    One JSON document: record, guardian, ties, memberships (with their history, cards, answers, benefits and
                    links), engagements, ladderMoves, certificates, subscriptions, donations, projects, payments, opinions,
                    letters, feeds, consents, consentHistory, provisions and reads, each with all its entries, the oldest first.
                    The lists are as they stood at one moment, a moment after record and guardian were read.""")
    @APIResponse(
            responseCode = "200",
            description = "Everything; it is whole when the transfer ends without an error",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "export",
                                            value =
                                                    "{\"record\": {\"revision\": 1}, \"ties\": [], \"memberships\": [], \"engagements\": [], \"ladderMoves\": [], \"certificates\": [], \"subscriptions\": [], \"donations\": [], \"projects\": [], \"payments\": [], \"opinions\": [], \"letters\": [], \"feeds\": [], \"consents\": [], \"consentHistory\": [], \"provisions\": [], \"reads\": []}")))
    @APIResponse(responseCode = "503", description = "too-many-exports: as many as possible are going out")
    public Response exportMe() {
        ExportOwnData.Own own = exporting.open();
        StreamingOutput document = out -> exporting.write(own, out);
        return Response.ok(document)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kakawari.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
