package jp.kakawari.registry.oauthclient;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shows that one is the organisation without a token; it never prints itself. */
@Schema(
        name = "ClientClaim",
        description = "引換コード: from the answer to the application, or from the secretariat; with a token leave it out")
record ClaimRequest(
        @Size(max = 100) @Schema(examples = "5b1f0c2e9a7d4c3b8e6f")
        String claimCode) {

    @Override
    public String toString() {
        return "ClaimRequest[…]";
    }
}
