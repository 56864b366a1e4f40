package jp.kakawari.kpi.ladder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.kpi.period.FiscalYears;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.place.VisibleMunicipalities;
import jp.kakawari.kpi.suppression.SuppressionPolicies;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 関わりの階梯: how many come from one step to the next, never who. */
@Path("/v1/feeds/ladder-moves")
@Tag(name = "ladders", description = "自治体の階梯の集計")
@RunOnVirtualThread
public class LadderMovesResource {
    @Inject
    LadderMoves moves;

    @Inject
    VisibleMunicipalities visible;

    @Inject
    SuppressionPolicies policies;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    /** The transitions of the ladders that have any. */
    public record LadderMoveFeed(Period period, List<LadderMoves.Row> items) {}

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY})
    @Operation(
            operationId = "getLadderMoves",
            summary = "The funnel of municipalities' own ladders (関わりの漏斗): moves from step to step",
            description =
                    "Within a fiscal year. A municipality reads its own exactly and by day, as it told them. To everybody else"
                            + " what 1 to 9 people did is hidden; there are no days and no sums from which it could be worked out.")
    @APIResponse(responseCode = "200", description = "A row for each municipality and pair of steps with a move")
    public LadderMoveFeed ladderMoves(
            @Parameter(description = "A fiscal year; default: the running one", example = "FY2026")
                    @QueryParam("period")
                    String period,
            @Parameter(description = "Only this prefecture (都道府県)", example = "24") @QueryParam("prefecture")
                    String prefecture,
            @Parameter(description = "Only this municipality (市区町村)", example = "242161") @QueryParam("municipality")
                    LocalGovernmentCode municipality) {
        List<String> municipalities = visible.of(prefecture, municipality);
        Period year = FiscalYears.named(period, LocalDate.now(clock));
        return new LadderMoveFeed(
                year, moves.of(year, municipalities, own(), policies.current().threshold()));
    }

    private Set<String> own() {
        return caller.is(Roles.MUNICIPALITY) ? caller.government().map(Set::of).orElseGet(Set::of) : Set.of();
    }
}
