package jp.kakawari.registry.municipality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "municipalities", description = "市区町村: the national list")
@PermitAll
@RunOnVirtualThread
class MunicipalityResource {

    @GET
    @Operation(operationId = "listMunicipalities", summary = "List the municipalities of Japan (市区町村一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of municipalities in the order of their codes",
            content = @Content(schema = @Schema(implementation = MunicipalityPage.class)))
    public Response listMunicipalities(
            @QueryParam("prefecture") @Parameter(description = "都道府県: two digits or a name", example = "21")
                    String prefecture,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        List<Municipality> all =
                prefecture == null ? Municipalities.all() : Municipalities.inPrefecture(known(prefecture));
        String after = page.after().map(cursor -> cursor.text(0)).orElse("");
        List<MunicipalityView> found = all.stream()
                .map(MunicipalityView::of)
                .filter(municipality -> municipality.localGovernmentCode().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return Pages.answer(uri, page, found, MunicipalityView::localGovernmentCode, all::size);
    }

    @GET
    @Path("/{municipality}")
    @Operation(operationId = "readMunicipality", summary = "Read a municipality (市区町村)")
    @APIResponse(responseCode = "200", description = "The municipality")
    public MunicipalityView readMunicipality(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality) {
        return Municipalities.byCode(municipality).map(MunicipalityView::of).orElseThrow(NotFound::new);
    }

    private static Prefecture known(String prefecture) {
        return Prefecture.find(prefecture)
                .orElseThrow(() -> new InvalidParameter("prefecture", "is no prefecture of Japan", "都道府県が正しくありません"));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "MunicipalityPage")
    record MunicipalityPage(List<MunicipalityView> items, String next, Long count) {}
}
