package jp.kakawari.registry.announcement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/feed-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyFeedResource {

    private final SubscribeFeed subscriptions;
    private final Caller caller;
    private final Idempotency idempotency;

    MyFeedResource(SubscribeFeed subscriptions, Caller caller, Idempotency idempotency) {
        this.subscriptions = subscriptions;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "subscribeFeed",
            summary = "Subscribe to a feed of one's announcements (お知らせフィードの購読)",
            description = "Its address works without a login, for whoever has it; it is told once.")
    @APIResponse(
            responseCode = "201",
            description = "The subscription with its address",
            content = @Content(schema = @Schema(implementation = SubscribeFeed.View.class)))
    public Response subscribeFeed(@HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> {
            SubscribeFeed.View view = subscriptions.subscribe(me());
            return Response.created(URI.create("/v1/me/feed-subscriptions/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    @GET
    @Operation(operationId = "listFeedSubscriptions", summary = "List one's feeds, without their addresses (購読の一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of subscriptions",
            content = @Content(schema = @Schema(implementation = FeedSubscriptionPage.class)))
    public Response listFeedSubscriptions(@BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.answer(
                uri, page, subscriptions.of(me(), page), SubscribeFeed.View::id, () -> subscriptions.countOf(me()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeFeed", summary = "Revoke a feed: its address leads nowhere (購読の解除)")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revokeFeed(@PathParam("id") UUID id) {
        subscriptions.revoke(me(), id);
    }

    private UUID me() {
        return caller.supporter().orElseThrow(NotYours::new);
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "FeedSubscriptionPage")
    record FeedSubscriptionPage(List<SubscribeFeed.View> items, String next, Long count) {}
}
