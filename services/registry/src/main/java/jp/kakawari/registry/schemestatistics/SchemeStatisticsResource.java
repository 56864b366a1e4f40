package jp.kakawari.registry.schemestatistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{code}/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schemes")
@RolesAllowed({Roles.SECRETARIAT, Roles.MUNICIPALITY})
@RunOnVirtualThread
class SchemeStatisticsResource {

    private final CountScheme counting;
    private final HoldScheme schemes;
    private final Caller caller;

    SchemeStatisticsResource(CountScheme counting, HoldScheme schemes, Caller caller) {
        this.counting = counting;
        this.schemes = schemes;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "readSchemeStatistics",
            summary = "Who the members of a scheme are, in sums (会員の統計: 年代・移住の意向)",
            description =
                    "For the secretariat and municipalities that run the scheme. Sums of 1 to 9, and shares that would tell them,"
                            + " are withheld; shares are in whole percents. The figures are live: who reads them before"
                            + " and after a single member joins or leaves may learn from the difference what that one is.")
    @APIResponse(responseCode = "200", description = "The sums of today")
    public SchemeStatistics readSchemeStatistics(
            @PathParam("code") @Parameter(description = "制度コード", example = "kazuno-ke") SchemeCode code) {
        if (!schemes.isKnown(code)) {
            throw new NotFound();
        }
        boolean runs = caller.government()
                .filter(municipality -> schemes.isRunBy(code, municipality))
                .isPresent();
        if (!runs && !caller.is(Roles.SECRETARIAT)) {
            throw new NotYours();
        }
        return counting.of(code);
    }
}
