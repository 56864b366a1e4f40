package jp.kakawari.registry.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/webhooks/{webhook}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
@RunOnVirtualThread
class DeliveryResource {

    private final ManageWebhooks webhooks;
    private final Deliveries deliveries;
    private final Idempotency idempotency;

    DeliveryResource(ManageWebhooks webhooks, Deliveries deliveries, Idempotency idempotency) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was sent to a receiver (配信記録)",
            description = "Newest first; what is over is kept for some days.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Response listWebhookDeliveries(
            @PathParam("webhook") UUID webhook,
            @QueryParam("state") @Parameter(description = "PENDING, DELIVERED or FAILED", example = "FAILED")
                    String state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        webhooks.read(webhook);
        Optional<DeliveryState> only = Optional.ofNullable(state).map(DeliveryResource::state);
        List<DeliveryView> found = deliveries.page(webhook, only, page);
        return Pages.answer(Page.of(found, page, Deliveries::position, () -> deliveries.count(webhook, only)), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readWebhookDelivery", summary = "What became of a notice (配信の状況)")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView readWebhookDelivery(@PathParam("webhook") UUID webhook, @PathParam("id") UUID id) {
        return webhooks.delivery(webhook, id);
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send a notice once more (再送)",
            description = "With its webhook-id, whatever became of it.")
    @APIResponse(
            responseCode = "202",
            description = "The delivery, which is sent at once",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response replayWebhookDelivery(
            @PathParam("webhook") UUID webhook, @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(
                key, () -> Response.accepted(webhooks.replay(webhook, id)).build());
    }

    @POST
    @Path("/replay")
    @Operation(operationId = "replayFailedWebhookDeliveries", summary = "Send all that failed once more (失敗分の再送)")
    @APIResponse(
            responseCode = "202",
            description = "How many are sent again",
            content = @Content(schema = @Schema(implementation = Replayed.class)))
    public Response replayFailedWebhookDeliveries(
            @PathParam("webhook") UUID webhook, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(
                key,
                () -> Response.accepted(new Replayed(webhooks.replayFailed(webhook)))
                        .build());
    }

    private static DeliveryState state(String name) {
        try {
            return DeliveryState.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidParameter(
                    "state", "must be PENDING, DELIVERED or FAILED", "PENDING、DELIVERED、FAILED のいずれかを指定してください");
        }
    }

    /** How many. */
    @Schema(name = "ReplayedDeliveries")
    record Replayed(@Schema(examples = "12") int replayed) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "WebhookDeliveryPage")
    record DeliveryPage(List<DeliveryView> items, String next, Long count) {}
}
