package jp.kakawari.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/** Tokens that were verified within the last minute, none longer than it is valid. */
@ApplicationScoped
class KnownTokens {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final int AT_MOST = 2_000;

    private final Clock clock;
    private final Cache<String, Known> tokens;

    private record Known(SecurityIdentity identity, Instant until) {}

    KnownTokens(Clock clock) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder().maximumSize(AT_MOST).build();
    }

    /** Whose token that header carries, if it is known. */
    Optional<SecurityIdentity> owner(String authorization) {
        return Optional.ofNullable(tokens.getIfPresent(authorization))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Known::identity);
    }

    /** Knows from now on whose token that header carries; that nobody was found is not kept. */
    void remember(String authorization, SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof OidcJwtCallerPrincipal token) {
            tokens.put(authorization, new Known(lasting(identity), until(token)));
        }
    }

    /** What is true of the token whoever sends it: nothing of the request that brought it first. */
    private static SecurityIdentity lasting(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }

    private Instant until(OidcJwtCallerPrincipal token) {
        Instant known = clock.instant().plus(KNOWN_FOR);
        try {
            NumericDate expires = token.getClaims().getExpirationTime();
            Instant valid = expires == null ? Instant.MIN : Instant.ofEpochMilli(expires.getValueInMillis());
            return valid.isBefore(known) ? valid : known;
        } catch (MalformedClaimException unreadable) {
            return Instant.MIN;
        }
    }
}
