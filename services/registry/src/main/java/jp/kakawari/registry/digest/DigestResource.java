package jp.kakawari.registry.digest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/digests")
@Tag(name = "digests", description = "ダイジェスト: what is new, by mail to desks and as pages that may be forwarded")
@PermitAll
@RunOnVirtualThread
class DigestResource {

    private static final List<Variant> FORMATS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    private final Issues issues;
    private final Template page;

    DigestResource(Issues issues, @Location("page/digest.html") Template page) {
        this.issues = issues;
        this.page = page;
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "readDigest",
            summary = "Read an issue of the digest (ダイジェストの閲覧)",
            description = "The page to which the mail leads, for whoever it was forwarded to: no login.")
    @APIResponse(
            responseCode = "200",
            description = "What was new",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DigestIssue.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "page", value = "<!doctype html><html lang=\"ja\">…</html>"))
            })
    public Response readDigest(@PathParam("id") UUID id, @Context Request request) {
        DigestIssue issue = issues.find(id).orElseThrow(NotFound::new);
        boolean html = MediaType.TEXT_HTML_TYPE.isCompatible(
                request.selectVariant(FORMATS).getMediaType());
        return Response.ok(
                        html ? page.data("issue", issue).render() : issue,
                        html ? MediaType.TEXT_HTML_TYPE.withCharset("UTF-8") : MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
