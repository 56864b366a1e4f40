package jp.kakawari.matching.application;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import jp.kakawari.matching.application.Applications.Filter;
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

@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Applications", description = "応募: from applying to a place, for applicants and hosts")
class ApplicationResource {
    @Inject
    ApplyToProgram applyToProgram;

    @Inject
    ActOnApplication actOnApplication;

    @Inject
    ReadApplications read;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.PARTNER, Roles.SUPPORTER, Roles.MUNICIPALITY, Roles.INTERMEDIARY})
    @Operation(
            operationId = "applyToProgram",
            summary = "Apply to a program for a supporter (応募する)",
            description = "The person applies for themselves; an organisation for supporters that it registered, a "
                    + "municipality also for those with a tie to it. First come, first served (先着): ACCEPTED at once while "
                    + "a place is free, else WAITING with a position. Under screening (選考): SUBMITTED. For minors "
                    + "only with a guardian's consent (422 `guardian-consent-needed`), and to a program for named organisations "
                    + "(対象団体) only for people whom one of them registered (422 `not-open-to-applicant`).")
    @APIResponse(
            responseCode = "201",
            description = "Applied",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response apply(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ApplicationRequest request) {
        return idempotency.once(key, request, () -> {
            UUID id = applyToProgram.apply(request).id();
            return answer(id, Response.created(URI.create("/v1/applications/" + id)));
        });
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.SUPPORTER, Roles.MUNICIPALITY, Roles.INTERMEDIARY})
    @Operation(
            operationId = "listApplications",
            summary = "The applications that came through the caller (応募一覧)",
            description = "A person sees their own; an organisation those that it sent, by anyone or by one supporter.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in order of arrival",
            content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
    public Response list(
            @QueryParam("supporter") UUID supporter,
            @QueryParam("program") UUID program,
            @QueryParam("state") State state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        UUID person = caller.supporter().orElse(null);
        if (person != null && supporter != null && !person.equals(supporter)) {
            throw new NotYours();
        }
        Filter filter = person != null
                ? new Filter(program, person, null, state)
                : new Filter(program, supporter, caller.organization().orElseThrow(NotYours::new), state);
        return Pages.answer(read.page(filter, page), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PARTNER, Roles.SUPPORTER, Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "getApplication",
            summary = "An application with its position and what can be done (応募の詳細)",
            description =
                    "For the applicant, the organisation it came through, and the host; to others it does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        ReadApplications.Shown shown = read.one(id);
        EntityTag tag = new EntityTag(shown.view().tag(shown.revision()));
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return notModified != null
                ? notModified.build()
                : Response.ok(shown.view()).tag(tag).build();
    }

    @POST
    @Path("/{id}/offer")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "offerPlace",
            summary = "Offer the applicant a place until a deadline (内定を出す)",
            description = "The host holds a place for them. 409 `program-full` when none is free.")
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response offer(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        return act(key, id, Action.OFFER);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed({Roles.PARTNER, Roles.SUPPORTER, Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "acceptPlace",
            summary = "Take the offered place, or as the host give one at once (受諾・採用)",
            description =
                    "The applicant takes an offer that has not expired; the host accepts a submitted or waiting application while a "
                            + "place is free. A minor is accepted only with a guardian's consent (422 `guardian-consent-needed`).")
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response acceptance(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        return act(key, id, Action.ACCEPTANCE);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.PARTNER, Roles.SUPPORTER, Roles.MUNICIPALITY, Roles.INTERMEDIARY})
    @Operation(
            operationId = "withdrawApplication",
            summary = "Step back (辞退する)",
            description = "A place that becomes free is offered to the first one waiting.")
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response withdrawal(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        return act(key, id, Action.WITHDRAWAL);
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "declineApplication",
            summary = "Refuse the applicant (不採用にする)",
            description = "By the host, before the place is taken.")
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response decline(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        return act(key, id, Action.DECLINE);
    }

    @POST
    @Path("/{id}/no-show")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "recordNoShow",
            summary = "Record that they did not come (欠席を記録する)",
            description = "By the host. The place stays used.")
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response noShow(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        return act(key, id, Action.NO_SHOW);
    }

    private Response act(String key, UUID id, Action action) {
        return idempotency.once(key, action, () -> {
            actOnApplication.act(id, action);
            return answer(id, Response.ok());
        });
    }

    private Response answer(UUID id, Response.ResponseBuilder response) {
        ReadApplications.Shown shown = read.one(id);
        return response.entity(shown.view())
                .tag(new EntityTag(shown.view().tag(shown.revision())))
                .build();
    }

    /** For the OpenAPI document: what {@link jp.kakawari.web.Page} holds here. */
    record ApplicationPage(List<ApplicationView> items, String next, Long count) {}
}
