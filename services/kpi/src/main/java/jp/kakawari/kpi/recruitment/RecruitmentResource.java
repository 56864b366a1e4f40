package jp.kakawari.kpi.recruitment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.kpi.place.VisibleMunicipalities;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 登録経路別の集計: through what people came to a municipality, never who. */
@Path("/v1/feeds/recruitment")
@Tag(name = "recruitment", description = "登録経路・募集イベント別の集計")
@RunOnVirtualThread
public class RecruitmentResource {
    @Inject
    Recruitment recruitment;

    @Inject
    VisibleMunicipalities visible;

    /** The groups of the municipalities asked for. */
    public record RecruitmentFeed(List<Recruitment.Row> items) {}

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY})
    @Operation(
            operationId = "getRecruitment",
            summary = "People per municipality by how they came (登録経路・募集イベント別の実人数)",
            description =
                    "The groups of a municipality add up to its people (実人数). Groups of 1 to 9 are hidden, with as many"
                            + " others as it takes for none to follow from the total.")
    @APIResponse(responseCode = "200", description = "A row for each municipality and channel")
    public RecruitmentFeed recruitment(
            @Parameter(description = "Only this prefecture (都道府県)", example = "21") @QueryParam("prefecture")
                    String prefecture,
            @Parameter(description = "Only this municipality (市区町村)", example = "212172") @QueryParam("municipality")
                    LocalGovernmentCode municipality) {
        return new RecruitmentFeed(recruitment.of(visible.of(prefecture, municipality)));
    }
}
