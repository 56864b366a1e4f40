package jp.kakawari.registry.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code with which a member fetches the secret of its client; it never prints itself. */
@Schema(
        name = "ClientCode",
        description = "引換コード: shown this once, to be handed to the contact; good for 7 days; an earlier one is void")
record ClientCode(
        @Schema(examples = "JH3Yk0pH6nJ3r1ZyC8mVQm4xw2b7tLqA9sDfGhJkLzX")
        String claimCode) {

    @Override
    public String toString() {
        return "ClientCode[…]";
    }
}
