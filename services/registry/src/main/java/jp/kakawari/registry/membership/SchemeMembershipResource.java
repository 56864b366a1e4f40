package jp.kakawari.registry.membership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.admission.JoinRequest;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{code}/memberships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "joining", description = "入会から退会まで: a person's own membership in a scheme")
@RolesAllowed({Roles.SUPPORTER, Roles.PARTNER, Roles.MUNICIPALITY})
@RunOnVirtualThread
class SchemeMembershipResource {

    private static final String EXAMPLE = "hida-fanclub";

    private final Caller caller;
    private final Idempotency idempotency;
    private final JoinScheme joining;
    private final ChangeMembership changing;
    private final PlaceMember placing;
    private final ReadMembership reading;

    SchemeMembershipResource(
            Caller caller,
            Idempotency idempotency,
            JoinScheme joining,
            ChangeMembership changing,
            PlaceMember placing,
            ReadMembership reading) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.joining = joining;
        this.changing = changing;
        this.placing = placing;
        this.reading = reading;
    }

    @POST
    @Operation(operationId = "joinScheme", summary = "Join a scheme, or apply (入会・入会申込)", description = """
                    By the person, the organisation that registered them, or a municipality that runs the scheme and registered them.
                    The answer says why, rule by rule, and under which version of the policy; so does a refusal (422 not-eligible).
                    Where the policy asks for approval the membership is PENDING until it is decided on.""")
    @APIResponse(
            responseCode = "201",
            description = "Member or applicant",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response joinScheme(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull JoinRequest request) {
        return idempotency.once(key, request, () -> {
            MembershipView view = joining.join(code, request, caller);
            return ETags.created("/v1/schemes/" + code + "/memberships/" + view.id(), view);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readSchemeMembership",
            summary = "Read a membership (会員資格)",
            description = "For the person, the organisation that registered them and the municipality that keeps it.")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response readSchemeMembership(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("id") UUID id) {
        return ETags.answer(reading.read(caller, code, id));
    }

    @GET
    @Path("/{id}/history")
    @Operation(
            operationId = "listMembershipHistory",
            summary = "See what happened to a membership, and who did it (会員の履歴)")
    @APIResponse(
            responseCode = "200",
            description = "A page of events, the oldest first",
            content = @Content(schema = @Schema(implementation = HistoryPage.class)))
    public Response listMembershipHistory(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("id") UUID id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        List<MembershipHistory.Entry> found = reading.history(caller, code, id, page);
        return Pages.answer(uri, page, found, MembershipHistory.Entry::id, () -> reading.historyCount(id));
    }

    @POST
    @Path("/{id}/renewal")
    @Operation(
            operationId = "renewMembership",
            summary = "Renew a membership (更新)",
            description =
                    "From renewableDays before its last day on (60 where the policy says nothing), and after it too.")
    @APIResponse(
            responseCode = "200",
            description = "Renewed",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response renewMembership(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, "renewal", () -> ETags.answer(changing.renew(caller, code, id)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(operationId = "withdrawMembership", summary = "Leave a scheme, or withdraw an application (退会・申込の取下げ)")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response withdrawMembership(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, "withdrawal", () -> ETags.answer(changing.withdraw(caller, code, id)));
    }

    @POST
    @Path("/{id}/consent")
    @Operation(
            operationId = "agreeToPolicy",
            summary = "Agree to the policy in force (新しい規約への再同意)",
            description = "Until then a member keeps the version that they joined under.")
    @APIResponse(
            responseCode = "200",
            description = "Agreed",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response agreeToPolicy(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull JoinRequest request) {
        return idempotency.once(key, request, () -> ETags.answer(changing.agree(caller, code, id, request)));
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "decideApplication",
            summary = "Approve or reject an application (入会の審査)",
            description = "By the municipality at which they applied. The number is given with the approval.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response decideApplication(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Decision decision) {
        return idempotency.once(
                key, decision, () -> ETags.answer(changing.decide(caller, code, id, decision.approve())));
    }

    @POST
    @Path("/{id}/tier")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "placeMember",
            summary = "Set a member's tier by hand (会員種別の手動設定)",
            description = "Rules leave it alone until you set none. The history says who did it and why.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response placeMember(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Placement placement) {
        return idempotency.once(
                key,
                placement,
                () -> ETags.answer(placing.place(caller, code, id, placement.tier(), placement.reason())));
    }

    /** What becomes of an application. */
    @Schema(name = "ApplicationDecision", description = "審査の結果")
    record Decision(
            @NotNull @Schema(description = "true 承認, false 不承認", examples = "true")
            Boolean approve) {}

    /** A tier by hand. */
    @Schema(name = "TierPlacement", description = "会員種別の手動設定")
    record Placement(
            @Size(max = 64) @Schema(description = "会員種別; absent: rules decide again", examples = "platinum")
            String tier,

            @NotNull
            @Schema(
                    description = "CONTRIBUTION 積極的な関与, CORRECTION 誤りの訂正, AGREEMENT 協議による, OTHER その他",
                    examples = "CONTRIBUTION")
            MembershipHistory.Reason reason) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "MembershipEventPage")
    record HistoryPage(List<MembershipHistory.Entry> items, String next, Long count) {}
}
