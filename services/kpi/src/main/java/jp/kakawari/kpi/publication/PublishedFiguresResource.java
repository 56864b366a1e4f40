package jp.kakawari.kpi.publication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import jp.kakawari.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 公表値の再計算: open data, no token needed. */
@Path("/v1/published-figures")
@Tag(name = "published-figures", description = "公表値・目標")
@RunOnVirtualThread
public class PublishedFiguresResource {
    @Inject
    PublishedFigures figures;

    public record PublishedFigureList(List<PublishedFigure> items) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "getPublishedFigures",
            summary = "Published survey figures, recomputed from their inputs (公表値の再計算)",
            description =
                    "Whether each one reproduces, with the weighting that it rests on: figures of different weighting must"
                            + " not be derived from one another.")
    @APIResponse(responseCode = "200", description = "All published figures")
    public PublishedFigureList all() {
        return new PublishedFigureList(figures.all());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getPublishedFigure", summary = "One published figure, recomputed (公表値の再計算)")
    @APIResponse(responseCode = "200", description = "The figure")
    public PublishedFigure one(@Parameter(example = "G1") @PathParam("id") String id) {
        return figures.all().stream()
                .filter(figure -> figure.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
