package jp.kakawari.registry.credential;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "credentials")
@RunOnVirtualThread
class KeySetResource {

    private final SignCredential signing;

    KeySetResource(SignCredential signing) {
        this.signing = signing;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readKeySet",
            summary = "Read the public keys that verify cards (会員証の公開鍵)",
            description = "A JWK set (RFC 7517); a card names its key by kid.")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(schema = @Schema(implementation = KeySet.class)))
    public Response readKeySet() {
        return Response.ok(signing.published())
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    /** Shape of a key set, for the document only. */
    @Schema(
            name = "JsonWebKeySet",
            description = "公開鍵の一覧",
            examples = "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"kid\": \"1\"}]}")
    record KeySet(List<Map<String, Object>> keys) {}
}
