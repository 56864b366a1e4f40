package jp.kakawari.kpi.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.kakawari.kpi.classification.Classification;
import jp.kakawari.kpi.figure.Measure;
import jp.kakawari.kpi.suppression.SuppressionPolicies;
import jp.kakawari.kpi.suppression.SuppressionPolicy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 指標の定義: what each figure means, so that nobody has to guess which 関係人口 was counted. */
@Path("/v1/definitions")
@Tag(name = "relations")
@RunOnVirtualThread
public class DefinitionsResource {
    @Inject
    SuppressionPolicies policies;

    /** The definitions in force. */
    public record Definitions(
            @Schema(examples = "1") int definitionVersion,
            @Schema(examples = "1") int classificationVersion,
            SuppressionPolicy suppression,
            List<Definition> measures) {}

    public record Definition(@Schema(examples = "people") Measure measure, String ja, String en) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "getDefinitions",
            summary = "What each measure counts, and which counts are hidden (指標の定義・秘匿基準)")
    @APIResponse(responseCode = "200", description = "The definitions in force")
    public Definitions definitions() {
        return new Definitions(
                Measure.DEFINITION_VERSION,
                Classification.VERSION,
                policies.current(),
                Stream.of(Measure.values())
                        .map(measure -> new Definition(measure, measure.ja(), measure.en()))
                        .toList());
    }
}
