package jp.kakawari.registry.oauthclient;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client with its new secret, which is never shown again; it never prints itself. */
@Schema(
        name = "OrganizationClientSecret",
        description = "the secret is shown this once; it works as soon as state is READY")
record ClientSecret(
        ClientView client,

        @Schema(examples = "JH3Yk0pH6nJ3r1ZyC8mVQm4xw2b7tLqA9sDfGhJkLzX")
        String secret) {

    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}
