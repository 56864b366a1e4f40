package jp.kakawari.kpi.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.kpi.figure.Relations;
import jp.kakawari.kpi.figure.Snapshot;
import jp.kakawari.kpi.place.Level;
import jp.kakawari.kpi.place.VisiblePlaces;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 指標: shares that say how deep relations go. */
@Path("/v1/indicators")
@Tag(name = "indicators", description = "指標")
@RunOnVirtualThread
public class IndicatorsResource {
    @Inject
    Relations relations;

    @Inject
    VisiblePlaces visible;

    /** The places asked for. */
    public record Indicators(List<IndicatorView> items) {}

    @GET
    @Path("/{indicator}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY})
    @Operation(
            operationId = "getIndicator",
            summary = "A share with its numerator and denominator, per place (継続参加者の割合・深い関わりの割合)",
            description = "repeat-participation: who takes part again; deep-share: 直接寄与型 and 就労型（直接関与） among 訪問系."
                    + " Places and hidden counts as in /v1/feeds/relations.")
    @APIResponse(
            responseCode = "422",
            description = "period-not-reported: before the first fiscal year that is reported, or in the future",
            content = @Content(mediaType = "application/problem+json"))
    @APIResponse(responseCode = "200", description = "The indicator for each place")
    public Indicators indicator(
            @Parameter(example = "repeat-participation") @PathParam("indicator") Indicator indicator,
            @Parameter(description = "Default: the widest that the caller may see") @QueryParam("level") Level level,
            @Parameter(description = "A month or a fiscal year; default: the running fiscal year", example = "FY2026")
                    @QueryParam("period")
                    String period,
            @Parameter(description = "Only this prefecture (都道府県)", example = "15") @QueryParam("prefecture")
                    String prefecture,
            @Parameter(description = "Only this municipality (市区町村)", example = "152102") @QueryParam("municipality")
                    LocalGovernmentCode municipality) {
        List<Integer> places = visible.of(level, prefecture, municipality);
        Snapshot snapshot = relations.of(period);
        return new Indicators(places.stream()
                .map(place -> IndicatorView.of(indicator, snapshot, place))
                .toList());
    }
}
