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

/** 国の数値目標: open data, no token needed. */
@Path("/v1/targets")
@Tag(name = "published-figures")
@RunOnVirtualThread
public class TargetsResource {
    @Inject
    Targets targets;

    public record TargetList(List<Target> items) {}

    @GET
    @PermitAll
    @Operation(operationId = "getTargets", summary = "The State's targets with what remains (国の数値目標)")
    @APIResponse(responseCode = "200", description = "All targets")
    public TargetList all() {
        return new TargetList(targets.all());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getTarget", summary = "One target with its baseline and what remains (国の数値目標)")
    @APIResponse(responseCode = "200", description = "The target")
    public Target one(@Parameter(example = "acting-governments") @PathParam("id") String id) {
        return targets.all().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
