package jp.kakawari.registry.municipality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/prefectures/{prefecture}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "prefectures", description = "都道府県: sums of its municipalities, never a person")
@RolesAllowed(Roles.PREFECTURE)
@RunOnVirtualThread
class PrefectureResource {

    private final Caller caller;
    private final TieCounts counts;

    PrefectureResource(Caller caller, TieCounts counts) {
        this.caller = caller;
        this.counts = counts;
    }

    @GET
    @Path("/supporter-counts")
    @Operation(operationId = "countPrefectureSupporters", summary = "Count a prefecture's supporters (都道府県の関係人口数)")
    @APIResponse(responseCode = "200", description = "The sums of now")
    public SupporterCounts countPrefectureSupporters(
            @PathParam("prefecture") @Parameter(example = "210005") LocalGovernmentCode prefecture) {
        if (!prefecture.isPrefecture()) {
            throw new NotFound();
        }
        caller.mustActFor(prefecture.value());
        return counts.of(prefecture.prefecture());
    }
}
