package jp.kakawari.registry.municipality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.delegation.ActingFor;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.RequiredScope;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A search by personal data is a POST, so that what is looked for stands in no address and in no access log. */
@Path("/v1/municipalities/{municipality}/supporter-searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "municipality-supporters")
@RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY})
@RunOnVirtualThread
class SupporterSearchResource {

    private final ActingFor acting;
    private final TiedSupporters supporters;
    private final BlindIndex index;

    SupporterSearchResource(ActingFor acting, TiedSupporters supporters, BlindIndex index) {
        this.acting = acting;
        this.supporters = supporters;
        this.index = index;
    }

    @POST
    @RequiredScope("registry:read")
    @Operation(
            operationId = "searchMunicipalitySupporters",
            summary = "Find a municipality's supporters by e-mail (メールアドレスによる検索)",
            description = "At most 200. Holds personal data: each supporter found sees that the municipality read it.")
    @APIResponse(responseCode = "200", description = "Those found")
    public Found searchMunicipalitySupporters(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @Valid @NotNull Search search) {
        acting.must(Scope.SUPPORTERS_READ, municipality);
        var filter = TiedSupporters.Filter.ofEmail(index.emails(search.email()));
        var all = new PageRequest(200, null, false);
        List<TiedSupporter> found = supporters.page(municipality, filter, all, Purpose.MUNICIPALITY_SEARCH);
        return new Found(found.stream().limit(all.limit()).toList());
    }

    @Schema(name = "SupporterSearch")
    record Search(
            @NotNull @Email @Schema(description = "メールアドレス, whatever its case", examples = "sho@example.jp")
            String email) {

        @Override
        public String toString() {
            return "Search[…]";
        }
    }

    @Schema(name = "SupportersFound")
    record Found(List<TiedSupporter> items) {}
}
