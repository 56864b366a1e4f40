package jp.kakawari.registry.announcement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.ETags;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/announcements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements", description = "お知らせ: what municipalities tell everybody, their supporters or members")
@PermitAll
@RunOnVirtualThread
class AnnouncementResource {

    private final Announce announcements;

    AnnouncementResource(Announce announcements) {
        this.announcements = announcements;
    }

    @GET
    @Operation(operationId = "listAnnouncements", summary = "List public announcements (公開のお知らせ一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of announcements, newest first",
            content = @Content(schema = @Schema(implementation = AnnouncementPage.class)))
    public Response listAnnouncements(
            @QueryParam("municipality") @Parameter(description = "市区町村", example = "212172")
                    LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        String teller = municipality == null ? null : municipality.value();
        List<AnnouncementView> found = announcements.published(teller, page);
        return Pages.answer(uri, page, found, AnnouncementView::id, () -> announcements.countPublished(teller));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readAnnouncement", summary = "Read a public announcement (公開のお知らせ)")
    @APIResponse(
            responseCode = "200",
            description = "The announcement",
            content = @Content(schema = @Schema(implementation = AnnouncementView.class)))
    public Response readAnnouncement(@PathParam("id") UUID id) {
        return ETags.answer(announcements.read(id));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "AnnouncementPage")
    record AnnouncementPage(List<AnnouncementView> items, String next, Long count) {}
}
