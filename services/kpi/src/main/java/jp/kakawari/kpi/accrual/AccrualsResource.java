package jp.kakawari.kpi.accrual;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.kpi.place.VisibleMunicipalities;
import jp.kakawari.kpi.suppression.SuppressionPolicies;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 会員証の決済による還元の集計. */
@Path("/v1/feeds/accruals")
@Tag(name = "members")
@RunOnVirtualThread
public class AccrualsResource {
    @Inject
    Accruals accruals;

    @Inject
    VisibleMunicipalities visible;

    @Inject
    SuppressionPolicies policies;

    /** The sums. */
    public record AccrualFeed(List<Accruals.Row> items) {}

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY})
    @Operation(
            operationId = "getAccruals",
            summary = "What accrues out of payments by members' cards (会員証の決済による還元)",
            description =
                    "Exact sums since ever, per scheme and municipality; hidden where fewer than ten members of one operator paid.")
    @APIResponse(responseCode = "200", description = "A row for each scheme and municipality")
    public AccrualFeed accruals(
            @Parameter(description = "Only this prefecture (都道府県)", example = "21") @QueryParam("prefecture")
                    String prefecture,
            @Parameter(description = "Only this municipality (市区町村)", example = "212172") @QueryParam("municipality")
                    LocalGovernmentCode municipality) {
        return new AccrualFeed(accruals.of(
                visible.of(prefecture, municipality), policies.current().threshold()));
    }
}
