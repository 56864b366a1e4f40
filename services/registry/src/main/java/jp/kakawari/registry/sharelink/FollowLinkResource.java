package jp.kakawari.registry.sharelink;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/share-links/{token}")
@Tag(name = "share-links")
@RunOnVirtualThread
class FollowLinkResource {

    private final ShareProgram sharing;

    FollowLinkResource(ShareProgram sharing) {
        this.sharing = sharing;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "followShareLink",
            summary = "Follow a member's link (紹介リンク)",
            description = "Counted for the member; nothing is noted of whoever follows it.")
    @APIResponse(responseCode = "303", description = "To the program")
    public Response followShareLink(@PathParam("token") @Parameter(example = "q3V0X1p8T0u2m5vB9sQeWg") String token) {
        return Response.seeOther(sharing.follow(token))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
