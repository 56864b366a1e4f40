package jp.kakawari.registry.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "webhooks",
        description =
                "通知 (Webhook): where a member organisation is told of changes, signed as Standard Webhooks has it")
@RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
@RunOnVirtualThread
class WebhookResource {

    private final ManageWebhooks webhooks;
    private final Idempotency idempotency;

    WebhookResource(ManageWebhooks webhooks, Idempotency idempotency) {
        this.webhooks = webhooks;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createWebhook", summary = "State where you want to be told (通知先の登録)", description = """
                    The answer shows the secret this once. Every notice is a POST of {type, timestamp, data} with webhook-id,
                    webhook-timestamp and webhook-signature; a 2xx takes it, 410 ends it, anything else is tried again for a
                    day. One may come twice: webhook-id tells. Of persons it says ids only, and only of those you may read.""")
    @APIResponse(
            responseCode = "201",
            description = "The receiver and its secret",
            content = @Content(schema = @Schema(implementation = WebhookSecret.class)))
    public Response createWebhook(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull WebhookRequest request) {
        return idempotency.once(key, request, () -> {
            WebhookSecret made = webhooks.create(request);
            return Response.created(URI.create("/v1/webhooks/" + made.webhook().id()))
                    .tag(ETags.of(made.webhook().revision()))
                    .entity(made)
                    .build();
        });
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "List your receivers (通知先一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of receivers in the order in which they were made",
            content = @Content(schema = @Schema(implementation = WebhookPage.class)))
    public Response listWebhooks(@BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.answer(uri, page, webhooks.page(page), WebhookView::id, webhooks::count);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readWebhook", summary = "Read a receiver (通知先)")
    @APIResponse(
            responseCode = "200",
            description = "The receiver",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response readWebhook(@PathParam("id") UUID id, @Context Request request) {
        return ETags.answer(request, webhooks.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "replaceWebhook",
            summary = "Change or pause a receiver (通知先の変更・一時停止・再開)",
            description = "A disabled one begins anew.")
    @APIResponse(
            responseCode = "200",
            description = "The receiver",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response replaceWebhook(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull WebhookRequest request) {
        return ETags.answer(webhooks.replace(id, ifMatch, request));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteWebhook", summary = "Delete a receiver and its log (通知先の削除)")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void deleteWebhook(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        webhooks.delete(id, ifMatch);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Get a new secret (署名の鍵の更新)",
            description = "For a day both sign, the new one first.")
    @APIResponse(
            responseCode = "200",
            description = "The receiver and its new secret",
            content = @Content(schema = @Schema(implementation = WebhookSecret.class)))
    public Response renewWebhookSecret(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> {
            WebhookSecret renewed = webhooks.renewSecret(id);
            return Response.ok(renewed)
                    .tag(ETags.of(renewed.webhook().revision()))
                    .build();
        });
    }

    @POST
    @Path("/{id}/test")
    @Operation(operationId = "testWebhook", summary = "Send a notice to try it (試し送り)")
    @APIResponse(
            responseCode = "202",
            description = "The delivery, which is sent at once",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response testWebhook(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> Response.accepted(webhooks.test(id)).build());
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "WebhookPage")
    record WebhookPage(List<WebhookView> items, String next, Long count) {}
}
