package jp.kakawari.registry.audience;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.RequiredScope;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/segment-counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns", description = "広報・便り: messages of a municipality to those who agreed")
@RunOnVirtualThread
class SegmentCountResource {

    private final Audience audience;
    private final Caller caller;

    SegmentCountResource(Audience audience, Caller caller) {
        this.audience = audience;
        this.caller = caller;
    }

    @POST
    @RequiredScope("registry:read")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
    @Operation(
            operationId = "countSegment",
            summary = "Count a segment before anything is sent (配信対象の件数)",
            description =
                    "The municipality's prefecture may ask too; it reads whole tens, and 1 to 9 are withheld from it.")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content = @Content(schema = @Schema(implementation = Audience.Counts.class)))
    public Audience.Counts countSegment(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @Valid @NotNull Segment segment) {
        caller.mustOversee(municipality.value());
        segment.check("");
        Audience.Counts counts = audience.count(municipality.value(), segment);
        return caller.is(Roles.MUNICIPALITY) ? counts : counts.withheld();
    }
}
