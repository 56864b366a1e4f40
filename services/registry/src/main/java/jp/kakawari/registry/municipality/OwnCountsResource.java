package jp.kakawari.registry.municipality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/supporter-counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "municipality-supporters")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class OwnCountsResource {

    private final Caller caller;
    private final OwnCounts counts;

    OwnCountsResource(Caller caller, OwnCounts counts) {
        this.caller = caller;
        this.counts = counts;
    }

    @GET
    @Operation(
            operationId = "countMunicipalitySupporters",
            summary = "Count a municipality's supporters by how they came (登録経路・団体別の人数)",
            description =
                    "Sums only, so nobody is read. Small ones are shown: the municipality sees each of these people anyway.")
    @APIResponse(responseCode = "200", description = "The sums of now")
    public SupportersBy countMunicipalitySupporters(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @NotNull
                    @QueryParam("by")
                    @Parameter(
                            description = "channel 登録経路, affiliation 団体, assurance 本人確認の程度 or kind 個人・団体",
                            example = "channel")
                    SupportersBy.Attribute by) {
        caller.mustActFor(municipality.value());
        return counts.by(municipality, by);
    }
}
