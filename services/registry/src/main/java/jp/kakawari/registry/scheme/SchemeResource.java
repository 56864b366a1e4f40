package jp.kakawari.registry.scheme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schemes", description = "会員制度: membership schemes, their tiers and the versions of their policies")
@RunOnVirtualThread
class SchemeResource {

    private final ReadSchemes schemes;
    private final PutScheme putting;
    private final Caller caller;

    SchemeResource(ReadSchemes schemes, PutScheme putting, Caller caller) {
        this.schemes = schemes;
        this.putting = putting;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSchemes", summary = "List the membership schemes (会員制度一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of schemes in the order of their codes",
            content = @Content(schema = @Schema(implementation = SchemePage.class)))
    public Response listSchemes(
            @QueryParam("municipality") @Parameter(description = "運営する自治体", example = "212172")
                    LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(
                uri, page, schemes.page(municipality, page), SchemeView::code, () -> schemes.count(municipality));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "readScheme", summary = "Read a membership scheme (会員制度)")
    @APIResponse(
            responseCode = "200",
            description = "The scheme",
            content = @Content(schema = @Schema(implementation = SchemeView.class)))
    public Response readScheme(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code) {
        return ETags.answer(schemes.of(code));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "putScheme",
            summary = "State a membership scheme that you run (会員制度の登録・更新)",
            description = """
                    Without If-Match for a new one; saying the same again changes nothing and needs none. Those who run a scheme
                    together may all state it; nobody else may. Another policy (tiers, validity) becomes the next version; who is a
                    member keeps the version that they joined under.""")
    @APIResponse(
            responseCode = "200",
            description = "The scheme",
            content = @Content(schema = @Schema(implementation = SchemeView.class)))
    public Response putScheme(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull SchemeRequest request) {
        String municipality = caller.government().orElseThrow(NotYours::new);
        return ETags.answer(putting.put(municipality, code, request, ifMatch));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "SchemePage")
    record SchemePage(List<SchemeView> items, String next, Long count) {}
}
