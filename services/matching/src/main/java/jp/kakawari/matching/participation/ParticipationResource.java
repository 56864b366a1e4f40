package jp.kakawari.matching.participation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/participations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Participations", description = "参加: who took part, as the host recorded it")
class ParticipationResource {
    @Inject
    RecordParticipation recordParticipation;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "recordParticipation",
            summary = "Check an accepted applicant in (参加を記録する)",
            description =
                    "By the host, once per application: it becomes ATTENDED, and registry adds an engagement to the "
                            + "supporter's ledger. A second check-in is 409 `not-allowed-now`.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ParticipationView.class)))
    public Response checkIn(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid CheckIn checkIn) {
        UUID host = caller.organization().orElseThrow(NotYours::new);
        return idempotency.once(
                key,
                checkIn,
                () -> Response.status(Response.Status.CREATED)
                        .entity(ParticipationView.of(recordParticipation.record(checkIn, host)))
                        .build());
    }
}
