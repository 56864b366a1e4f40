package jp.kakawari.registry.delivery;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking at the page ends nothing, for mail programs open links by themselves; its button and theirs (RFC 8058) do. */
@Path("/v1/unsubscriptions/{token}")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "campaigns")
@PermitAll
@RunOnVirtualThread
class UnsubscribeResource {

    private static final String PAGE = "<!doctype html><html lang=\"ja\">…</html>";

    private final Unsubscribe unsubscribe;
    private final Template page;

    UnsubscribeResource(Unsubscribe unsubscribe, @Location("page/unsubscription.html") Template page) {
        this.unsubscribe = unsubscribe;
        this.page = page;
    }

    @GET
    @Operation(operationId = "showUnsubscription", summary = "The page to which a letter's link leads (配信停止のページ)")
    @APIResponse(
            responseCode = "200",
            description = "A page with one button",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response showUnsubscription(@PathParam("token") @Parameter(example = "3q2-7w") String token) {
        return shown(unsubscribe.sender(token), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "unsubscribe",
            summary = "Unsubscribe from a sender's letters (配信停止)",
            description = "One click without a login (RFC 8058); once it is answered nothing more is sent.")
    @APIResponse(
            responseCode = "200",
            description = "No more letters",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response unsubscribe(
            @PathParam("token") @Parameter(example = "3q2-7w") String token,
            @FormParam("List-Unsubscribe") @Schema(examples = "One-Click") String click) {
        return shown(unsubscribe.from(token), true);
    }

    private Response shown(String sender, boolean done) {
        String html = page.data("sender", sender).data("done", done).render();
        return Response.ok(html)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; form-action 'self'")
                .build();
    }
}
