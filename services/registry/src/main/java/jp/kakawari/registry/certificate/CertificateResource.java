package jp.kakawari.registry.certificate;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "certificates", description = "修了・認定: who has completed programs")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class CertificateResource {

    private final Caller caller;
    private final CertifySupporters certifying;
    private final Certificates certificates;
    private final Alumni alumni;

    CertificateResource(Caller caller, CertifySupporters certifying, Certificates certificates, Alumni alumni) {
        this.caller = caller;
        this.certifying = certifying;
        this.certificates = certificates;
        this.alumni = alumni;
    }

    @PUT
    @Path("/certifications/{code}")
    @Operation(
            operationId = "putCertification",
            summary = "State for what supporters are certified (認定の登録・更新)",
            description =
                    "Without If-Match for a new one. Whoever has completed the program already is certified at once.")
    @APIResponse(
            responseCode = "200",
            description = "The certification",
            content = @Content(schema = @Schema(implementation = CertificationView.class)))
    public Response putCertification(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("code") @Parameter(description = "認定コード", example = "omusubito") Slug code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull CertificationRequest request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(certifying.put(municipality.value(), code.value(), request, ifMatch));
    }

    @GET
    @Path("/certifications")
    @Operation(operationId = "listCertifications", summary = "List for what supporters are certified (認定一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of certifications in the order of their codes",
            content = @Content(schema = @Schema(implementation = CertificationPage.class)))
    public Response listCertifications(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<CertificationView> found = certificates.certifications(municipality.value(), page);
        return Pages.answer(
                uri,
                page,
                found,
                CertificationView::code,
                () -> certificates.countCertifications(municipality.value()));
    }

    @GET
    @Path("/certificates")
    @Operation(
            operationId = "listCertificates",
            summary = "List who is certified (認定証一覧)",
            description = "By ids; who they are is read under the municipality's supporters.")
    @APIResponse(
            responseCode = "200",
            description = "A page of certificates in the order in which they were issued",
            content = @Content(schema = @Schema(implementation = CertificatePage.class)))
    public Response listCertificates(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("certification") @Parameter(description = "認定コード", example = "omusubito") Slug certification,
            @QueryParam("supporter") @Parameter(description = "関係人口のID") UUID supporter,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        var filter = new Certificates.Filter(
                municipality.value(), certification == null ? null : certification.value(), supporter);
        return Pages.answer(
                uri, page, certificates.page(filter, page), CertificateView::id, () -> certificates.count(filter));
    }

    @GET
    @Path("/programs/{program}/alumni")
    @Operation(
            operationId = "listAlumni",
            summary = "List who has completed a program (修了者一覧)",
            description = "Your own supporters whose taking part is in your ledger.")
    @APIResponse(
            responseCode = "200",
            description = "A page of alumni",
            content = @Content(schema = @Schema(implementation = AlumniPage.class)))
    public Response listAlumni(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("program") UUID program,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<CertificateView.Alumnus> found = alumni.page(municipality.value(), program, page);
        return Pages.answer(
                uri,
                page,
                found,
                CertificateView.Alumnus::supporter,
                () -> alumni.count(municipality.value(), program));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "CertificationPage")
    record CertificationPage(List<CertificationView> items, String next, Long count) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "CertificatePage")
    record CertificatePage(List<CertificateView> items, String next, Long count) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "AlumniPage")
    record AlumniPage(List<CertificateView.Alumnus> items, String next, Long count) {}
}
