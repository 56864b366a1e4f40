package jp.kakawari.kpi.tier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.kpi.period.FiscalYears;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.place.VisibleMunicipalities;
import jp.kakawari.kpi.suppression.SuppressionPolicies;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 会員種別の昇格・降格: how many members rise and fall, never who. */
@Path("/v1/feeds/tier-changes")
@Tag(name = "members", description = "会員制度の集計")
@RunOnVirtualThread
public class TierChangesResource {
    @Inject
    TierChanges changes;

    @Inject
    VisibleMunicipalities visible;

    @Inject
    SuppressionPolicies policies;

    @Inject
    Clock clock;

    /** The schemes that have any. */
    public record TierChangeFeed(Period period, List<TierChanges.Row> items) {}

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY})
    @Operation(
            operationId = "getTierChanges",
            summary = "Promotions and demotions of members per scheme and municipality (会員種別の昇格・降格)",
            description =
                    "Within a fiscal year. What 1 to 9 members did is hidden; there are no months and no sums from which"
                            + " it could be worked out.")
    @APIResponse(responseCode = "200", description = "A row for each scheme and municipality with a change")
    public TierChangeFeed tierChanges(
            @Parameter(description = "A fiscal year; default: the running one", example = "FY2026")
                    @QueryParam("period")
                    String period,
            @Parameter(description = "Only this scheme (制度コード)", example = "hida-fanclub") @QueryParam("scheme")
                    String scheme,
            @Parameter(description = "Only this prefecture (都道府県)", example = "21") @QueryParam("prefecture")
                    String prefecture,
            @Parameter(description = "Only this municipality (市区町村)", example = "212172") @QueryParam("municipality")
                    LocalGovernmentCode municipality) {
        List<String> municipalities = visible.of(prefecture, municipality);
        Period year = FiscalYears.named(period, LocalDate.now(clock));
        return new TierChangeFeed(
                year,
                changes.of(year, municipalities, scheme, policies.current().threshold()));
    }
}
