package jp.kakawari.kpi.classification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import jp.kakawari.contracts.Activity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 関わり方の分類: lets anybody try the rule by which the feed classifies people. Nothing is stored. */
@Path("/v1/classifications")
@Tag(name = "classifications", description = "関わり方の分類")
@RunOnVirtualThread
public class ClassificationsResource {

    /** What one person did for one place. */
    public record Activities(
            @NotEmpty
            @Size(max = 100)
            @Schema(
                    description = "Codes of the survey's activities (過ごし方)",
                    examples = "[\"DINING_AND_SHOPPING\", \"VOLUNTEERING\"]")
            List<@NotNull Activity> activities) {}

    @POST
    @PermitAll
    @Operation(
            operationId = "classify",
            summary = "The class of somebody who did these activities, and why (訪問系1–5・非訪問系)",
            description =
                    "訪問系 1 to 5 by precedence 1 > 2 > 3 > 4 > 5; 5 only for somebody with no other visiting activity."
                            + " 非訪問系 may hold besides. The rule of the ministry's survey of 2020; the order among 1 to 4 is this"
                            + " platform's choice.")
    @APIResponse(responseCode = "200", description = "The class, the rule's version and a reason per activity")
    public ClassificationView classify(@RequestBody(required = true) @NotNull @Valid Activities activities) {
        return ClassificationView.of(Classification.of(activities.activities()));
    }
}
