package jp.kakawari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Instant BEGIN = Instant.parse("2027-01-04T00:00:00Z");

    private Instant now = BEGIN;
    private final KnownTokens tokens = new KnownTokens(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void aTokenIsKnownForAMinute() {
        tokens.remember("Bearer a", owner(Duration.ofMinutes(5)));
        now = BEGIN.plusSeconds(59);
        assertThat(tokens.owner("Bearer a")).isPresent();
        now = BEGIN.plusSeconds(60);
        assertThat(tokens.owner("Bearer a")).isEmpty();
    }

    @Test
    void noTokenIsKnownLongerThanItIsValid() {
        tokens.remember("Bearer a", owner(Duration.ofSeconds(7)));
        now = BEGIN.plusSeconds(6);
        assertThat(tokens.owner("Bearer a")).isPresent();
        now = BEGIN.plusSeconds(7);
        assertThat(tokens.owner("Bearer a")).isEmpty();
    }

    @Test
    void aTokenWithoutAnEndIsVerifiedEachTime() {
        JwtClaims endless = new JwtClaims();
        tokens.remember("Bearer a", owner(endless));
        assertThat(tokens.owner("Bearer a")).isEmpty();
    }

    @Test
    void onlyTheVerySameTokenIsKnown() {
        tokens.remember("Bearer abc", owner(Duration.ofMinutes(5)));
        assertThat(tokens.owner("Bearer abd")).isEmpty();
        assertThat(tokens.owner("bearer abc")).isEmpty();
    }

    @Test
    void nobodyIsNotRemembered() {
        tokens.remember("Bearer a", null);
        tokens.remember(
                "Basic a",
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("somebody"))
                        .build());
        assertThat(tokens.owner("Bearer a")).isEmpty();
        assertThat(tokens.owner("Basic a")).isEmpty();
    }

    @Test
    void rolesStayAndTheRequestIsForgotten() {
        tokens.remember("Bearer a", owner(Duration.ofMinutes(5)));
        SecurityIdentity known = tokens.owner("Bearer a").orElseThrow();
        assertThat(known.getRoles()).containsExactly(Roles.MUNICIPALITY);
        assertThat(known.getCredential(AccessTokenCredential.class)).isNotNull();
        assertThat(known.getAttributes()).isEmpty();
    }

    private static SecurityIdentity owner(Duration valid) {
        JwtClaims claims = new JwtClaims();
        claims.setExpirationTime(NumericDate.fromMilliseconds(BEGIN.plus(valid).toEpochMilli()));
        return owner(claims);
    }

    private static SecurityIdentity owner(JwtClaims claims) {
        AccessTokenCredential token = new AccessTokenCredential("token");
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, token))
                .addRole(Roles.MUNICIPALITY)
                .addCredential(token)
                .addAttribute("request", new Object())
                .build();
    }
}
