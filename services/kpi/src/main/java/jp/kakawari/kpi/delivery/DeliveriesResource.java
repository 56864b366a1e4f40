package jp.kakawari.kpi.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.japan.FiscalYear;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 配信・アンケートの実績. */
@Path("/v1/municipalities/{municipality}/deliveries")
@Tag(name = "deliveries", description = "配信・アンケートの実績: letters sent and surveys answered, as numbers")
@RunOnVirtualThread
public class DeliveriesResource {
    @Inject
    Deliveries deliveries;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The sums of a period. */
    public record DeliverySums(String municipality, Period period, List<DeliverySum> items) {}

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY})
    @Operation(
            operationId = "getDeliveries",
            summary = "What a municipality's campaigns and surveys came to (配信・アンケートの実績と回答率)",
            description =
                    "Campaigns that had gone to all within the period; a few people are hidden, from everybody alike.")
    @APIResponse(responseCode = "200", description = "One sum for each kind of campaign")
    public DeliverySums deliveries(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @Parameter(description = "A month or a fiscal year; default: the running fiscal year", example = "FY2026")
                    @QueryParam("period")
                    String period) {
        if (!caller.is(Roles.SECRETARIAT)) {
            caller.mustOversee(municipality.value());
        }
        Period asked = period(period);
        return new DeliverySums(municipality.value(), asked, deliveries.of(municipality.value(), asked));
    }

    private Period period(String text) {
        if (text == null) {
            return Period.of(FiscalYear.of(LocalDate.now(clock)));
        }
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidParameter(
                    "period", "is neither a month nor a fiscal year", "月（2026-11）または年度（FY2026）を指定してください");
        }
    }
}
