package jp.kakawari.web;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * Verifies a token when it comes first: an app sends the same one a thousand times, and verifying it takes as long as what
 * it asks for. Whatever isn't a known token goes the usual way.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenMechanism implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism verifying;
    private final KnownTokens known;

    TokenMechanism(OidcAuthenticationMechanism verifying, KnownTokens known) {
        this.verifying = verifying;
        this.known = known;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return verifying.authenticate(context, manager);
        }
        return known.owner(authorization)
                .map(owner -> Uni.createFrom().item(owner))
                .orElseGet(() -> verifying
                        .authenticate(context, manager)
                        .invoke(identity -> known.remember(authorization, identity)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return verifying.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return verifying.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return verifying.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return verifying.getPriority() + 1;
    }
}
