package jp.kakawari.registry.municipality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.delegation.ActingFor;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/supporters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "municipality-supporters", description = "市区町村の関係人口: a municipality's own supporters, each read recorded")
@RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY})
@RunOnVirtualThread
class TiedSupporterResource {

    private final ActingFor acting;
    private final TiedSupporters supporters;

    TiedSupporterResource(ActingFor acting, TiedSupporters supporters) {
        this.acting = acting;
        this.supporters = supporters;
    }

    @GET
    @Operation(
            operationId = "listMunicipalitySupporters",
            summary = "List a municipality's supporters (市区町村の関係人口一覧)",
            description =
                    "Holds personal data: each supporter shown sees who read them: the municipality, or whom it delegated SUPPORTERS_READ to.")
    @APIResponse(
            responseCode = "200",
            description = "A page of supporters",
            content = @Content(schema = @Schema(implementation = TiedSupporterPage.class)))
    public Response listMunicipalitySupporters(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("memberNumber") @Parameter(description = "会員番号", example = "HI-000001") String memberNumber,
            @QueryParam("skill") @Parameter(description = "できること", example = "翻訳") String skill,
            @QueryParam("stage") @Parameter(description = "関わりの段階", example = "WARM") Stage stage,
            @QueryParam("origin") @Parameter(description = "関わりのきっかけ", example = "DISASTER_VOLUNTEERING") Origin origin,
            @QueryParam("certificate") @Parameter(description = "認定コード: who is certified", example = "omusubito")
                    Slug certificate,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        acting.must(Scope.SUPPORTERS_READ, municipality);
        var filter = new TiedSupporters.Filter(
                memberNumber, skill, stage, origin, certificate == null ? null : certificate.value(), null);
        List<TiedSupporter> found = supporters.page(municipality, filter, page, Purpose.MUNICIPALITY_LIST);
        return Pages.answer(uri, page, found, TiedSupporter::id, () -> supporters.count(municipality, filter));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readMunicipalitySupporter",
            summary = "Read one of a municipality's supporters (市区町村の関係人口)",
            description = "Holds personal data: the supporter sees that the municipality read it.")
    @APIResponse(
            responseCode = "200",
            description = "The supporter",
            content = @Content(schema = @Schema(implementation = TiedSupporter.class)))
    public Response readMunicipalitySupporter(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @Context Request request) {
        acting.must(Scope.SUPPORTERS_READ, municipality);
        return ETags.answer(
                request,
                supporters.find(municipality, id, Purpose.MUNICIPALITY_RECORD).orElseThrow(NotFound::new));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "TiedSupporterPage")
    record TiedSupporterPage(List<TiedSupporter> items, String next, Long count) {}
}
