package jp.kakawari.registry.announcement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/announcements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class MunicipalityAnnouncementResource {

    private final Announce announcing;
    private final Caller caller;
    private final Idempotency idempotency;

    MunicipalityAnnouncementResource(Announce announcing, Caller caller, Idempotency idempotency) {
        this.announcing = announcing;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "publishAnnouncement",
            summary = "Publish an announcement (お知らせの公開)",
            description = "It stands in the feeds of whoever may read it at once; nobody is written to.")
    @APIResponse(
            responseCode = "201",
            description = "The announcement",
            content = @Content(schema = @Schema(implementation = AnnouncementView.class)))
    public Response publishAnnouncement(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull AnnouncementRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> {
            AnnouncementView view = announcing.publish(municipality.value(), request);
            return ETags.created("/v1/announcements/" + view.id(), view);
        });
    }

    @GET
    @Operation(operationId = "listOwnAnnouncements", summary = "List all announcements of a municipality (お知らせの一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of announcements, newest first; without those withdrawn",
            content = @Content(schema = @Schema(implementation = AnnouncementResource.AnnouncementPage.class)))
    public Response listOwnAnnouncements(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<AnnouncementView> found = announcing.toldBy(municipality.value(), page);
        return Pages.answer(uri, page, found, AnnouncementView::id, () -> announcing.countToldBy(municipality.value()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawAnnouncement",
            summary = "Take an announcement back (お知らせの取下げ)",
            description = "It leaves all feeds at once.")
    @APIResponse(
            responseCode = "200",
            description = "The announcement",
            content = @Content(schema = @Schema(implementation = AnnouncementView.class)))
    public Response withdrawAnnouncement(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, () -> ETags.answer(announcing.withdraw(municipality.value(), id)));
    }
}
