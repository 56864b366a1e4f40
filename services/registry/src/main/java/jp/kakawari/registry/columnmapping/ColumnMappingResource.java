package jp.kakawari.registry.columnmapping;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/column-mapping")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Supporter syncs", description = "名簿の同期: a municipality sends its list of supporters")
class ColumnMappingResource {

    private final ColumnMappings mappings;
    private final ReplaceColumnMapping replacing;
    private final Caller caller;

    ColumnMappingResource(ColumnMappings mappings, ReplaceColumnMapping replacing, Caller caller) {
        this.mappings = mappings;
        this.replacing = replacing;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "getColumnMapping",
            summary = "The municipality's own column names (列の対応表)",
            description =
                    "Empty, with ETag \"0\", until one is stored. Known names (会員番号, 氏名, フリガナ …) need no mapping.")
    @APIResponse(
            responseCode = "200",
            description = "The mapping",
            content = @Content(schema = @Schema(implementation = ColumnMappingView.class)))
    public Response get(@PathParam("municipality") LocalGovernmentCode municipality, @Context Request request) {
        caller.mustActFor(municipality.value());
        ColumnMappings.Stored stored = mappings.find(municipality.value());
        return ETags.answer(request, stored.revision(), stored::mapping);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "putColumnMapping",
            summary = "Store the municipality's own column names (列の対応表の登録)",
            description =
                    "Used from the next list of any kind on. An empty list of columns goes back to the known names.")
    @APIResponse(
            responseCode = "200",
            description = "The mapping as stored",
            content = @Content(schema = @Schema(implementation = ColumnMappingView.class)))
    public Response put(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ColumnMappingView mapping) {
        caller.mustActFor(municipality.value());
        ColumnMappings.Stored stored = replacing.replace(municipality.value(), ifMatch, mapping);
        return Response.ok(stored.mapping()).tag(ETags.of(stored.revision())).build();
    }
}
