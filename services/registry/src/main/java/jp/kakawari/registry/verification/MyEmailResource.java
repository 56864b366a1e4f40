package jp.kakawari.registry.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/email-verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyEmailResource {

    private final VerifyEmail verifying;
    private final Idempotency idempotency;

    MyEmailResource(VerifyEmail verifying, Idempotency idempotency) {
        this.verifying = verifying;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "sendEmailCode",
            summary = "Have a code sent to one's e-mail address (確認コードの送信)",
            description = "One a minute and ten a day to one address; a new one replaces the one before.")
    @APIResponse(
            responseCode = "202",
            description = "On its way",
            content = @Content(schema = @Schema(implementation = CodeSent.class)))
    public Response sendEmailCode(@HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> Response.accepted(verifying.send()).build());
    }

    @POST
    @Path("/confirmation")
    @Operation(
            operationId = "confirmEmailCode",
            summary = "Tell the code and raise one's assurance (メールアドレスの確認)",
            description = "A code is good for a quarter of an hour and five tries.")
    @APIResponse(responseCode = "204", description = "The address is verified")
    public Response confirmEmailCode(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Code code) {
        var counted = verifying.countTry();
        return idempotency.onceNoContent(key, code, () -> verifying.confirm(counted, code.code()));
    }

    /** The code of the mail. */
    @Schema(name = "VerificationCode", description = "確認コード")
    record Code(
            @NotNull @Pattern(regexp = "[0-9]{8}") @Schema(examples = "01234567")
            String code) {

        @Override
        public String toString() {
            return "Code[…]";
        }
    }
}
