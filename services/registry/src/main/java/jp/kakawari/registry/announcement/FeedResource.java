package jp.kakawari.registry.announcement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/announcement-feeds")
@Produces(JsonFeed.TYPE)
@Tag(name = "announcements")
@PermitAll
@RunOnVirtualThread
class FeedResource {

    private final Announce announcements;
    private final SubscribeFeed subscriptions;
    private final MailConfig config;
    private final ObjectMapper json;

    FeedResource(Announce announcements, SubscribeFeed subscriptions, MailConfig config, ObjectMapper json) {
        this.announcements = announcements;
        this.subscriptions = subscriptions;
        this.config = config;
        this.json = json;
    }

    @GET
    @Path("/public")
    @Operation(
            operationId = "followAnnouncements",
            summary = "Follow all public announcements as a feed (公開のお知らせのフィード)")
    @APIResponse(
            responseCode = "200",
            description = "A JSON Feed, newest first",
            content = @Content(mediaType = JsonFeed.TYPE, schema = @Schema(implementation = JsonFeed.class)))
    public Response followAnnouncements(@BeanParam Following following) {
        PageRequest page = following.page();
        return feed("かかわりのお知らせ", "/v1/announcement-feeds/public", announcements.published(null, page), page)
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    @GET
    @Path("/{token}")
    @Operation(
            operationId = "followOwnAnnouncements",
            summary = "Follow what is announced to somebody as a feed (本人向けのお知らせのフィード)",
            description = "Without a login: the address is the key. It says nothing of the person.")
    @APIResponse(
            responseCode = "200",
            description = "A JSON Feed, newest first",
            content = @Content(mediaType = JsonFeed.TYPE, schema = @Schema(implementation = JsonFeed.class)))
    public Response followOwnAnnouncements(
            @PathParam("token") @Parameter(example = "3q2-7w") String token, @BeanParam Following following) {
        PageRequest page = following.page();
        return feed("あなたへのお知らせ", SubscribeFeed.path(token), subscriptions.read(token, page), page)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private Response.ResponseBuilder feed(String title, String path, List<AnnouncementView> found, PageRequest page) {
        URI at = config.linksAt().resolve(path);
        Page<AnnouncementView> shown = Page.of(found, page, one -> Cursor.of(one.id()));
        return Response.ok(written(JsonFeed.of(title, at, config.linksAt(), shown)));
    }

    private String written(JsonFeed feed) {
        try {
            return json.writeValueAsString(feed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
