package jp.kakawari.web;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import java.security.Principal;
import java.util.Optional;

/** Claims of a verified token. {@code JsonWebToken.claim} throws and catches an exception for each claim that is not a standard one. */
final class Claims {

    private Claims() {}

    /** A claim as text; empty where there is none or no token. */
    static Optional<String> of(Principal principal, String name) {
        return principal instanceof OidcJwtCallerPrincipal token
                ? Optional.ofNullable(token.getClaims().getClaimValue(name)).map(Object::toString)
                : Optional.empty();
    }
}
