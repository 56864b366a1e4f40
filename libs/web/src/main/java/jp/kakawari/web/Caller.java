package jp.kakawari.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Who is asking and for whom: the one place that reads the token's claims. Without a token nobody is asking. */
@RequestScoped
public class Caller {
    @Inject
    SecurityIdentity identity;

    /** The {@code sub} claim; empty text without a token. */
    public String subject() {
        return claim("sub").orElse("");
    }

    /** The member organisation (会員団体) that the client belongs to. */
    public Optional<UUID> organization() {
        return claim("organization").map(Caller::uuid);
    }

    /** The supporter (関係人口の本人): the {@code supporter} claim, else {@code sub} of a person with that role. */
    public Optional<UUID> supporter() {
        if (!is(Roles.SUPPORTER)) {
            return Optional.empty();
        }
        return claim("supporter").or(() -> claim("sub")).map(Caller::uuid);
    }

    /** The six-digit code of the municipality or prefecture that the caller is. */
    public Optional<String> government() {
        return claim("government");
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    boolean hasScope(String scope) {
        return claim("scope")
                .filter(scopes -> Arrays.asList(scopes.split(" ")).contains(scope))
                .isPresent();
    }

    /** Whether the caller is a municipality or a prefecture. */
    public boolean isGovernment() {
        return is(Roles.MUNICIPALITY) || is(Roles.PREFECTURE);
    }

    /** Whether the caller is that municipality (or prefecture). */
    public boolean speaksFor(String code6) {
        return government().filter(code6::equals).isPresent();
    }

    /** Passes for the municipality (or prefecture) itself; everybody else is refused. */
    public void mustActFor(String code6) {
        if (!speaksFor(code6)) {
            throw new NotYours();
        }
    }

    /** For sums only: passes for the municipality itself and for its prefecture (same first two digits). */
    public void mustOversee(String code6) {
        boolean own = speaksFor(code6);
        boolean below = is(Roles.PREFECTURE)
                && government()
                        .filter(code -> code.regionMatches(0, code6, 0, 2))
                        .isPresent();
        if (!own && !below) {
            throw new NotYours();
        }
    }

    private Optional<String> claim(String name) {
        return Claims.of(identity.getPrincipal(), name);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotYours();
        }
    }
}
