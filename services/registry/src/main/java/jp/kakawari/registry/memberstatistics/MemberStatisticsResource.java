package jp.kakawari.registry.memberstatistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jp.kakawari.registry.Slug;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/member-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
@PermitAll
@RunOnVirtualThread
class MemberStatisticsResource {

    private final CountMembers counting;

    MemberStatisticsResource(CountMembers counting) {
        this.counting = counting;
    }

    @GET
    @Operation(
            operationId = "readMemberStatistics",
            summary = "Count the members of the platform or of a group (会員数)",
            description = "By kind, by prefecture and municipality, and by class of membership; active members only.")
    @APIResponse(responseCode = "200", description = "The counts")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public MemberStatistics readMemberStatistics(
            @QueryParam("group") @Parameter(description = "グループコード", example = "nichiiki-kyogikai") Slug group) {
        return group == null ? counting.all() : counting.of(group);
    }
}
