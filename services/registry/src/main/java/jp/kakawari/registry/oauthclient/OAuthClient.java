package jp.kakawari.registry.oauthclient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The client of a member organisation as it is wanted; {@code done} says up to where the identity provider has it so. */
@Entity
@Table(name = "oauth_client")
class OAuthClient {

    private static final Duration CODE_IS_GOOD_FOR = Duration.ofDays(7);
    private static final Duration RECOVERY_WAITS = Duration.ofDays(3);

    @Id
    private UUID organization;

    private long revision;
    private String clientId;
    private String name;
    private String role;
    private List<String> scopes;
    private String government;
    private boolean enabled;

    @Enumerated(EnumType.STRING)
    private Authentication authentication = Authentication.NONE;

    @Column(name = "keys")
    private String keys;

    private byte[] secret;
    private byte[] claim;
    private Instant claimFrom;
    private Instant claimUntil;
    private long wanted;
    private long done;
    private int attempts;
    private String failure;
    private Instant dueAt;
    private Instant updatedAt;

    protected OAuthClient() {}

    OAuthClient(UUID organization, Instant now) {
        this.organization = organization;
        this.clientId = "member-" + organization;
        this.dueAt = now;
    }

    /** Stands for its organisation as that is now; of one that was never admitted, the identity provider learns nothing. */
    void follow(Member member, Instant now) {
        name = member.name();
        role = member.role();
        scopes = member.scopes();
        government = member.government();
        enabled = member.active();
        timeClaim(now);
        if (enabled || wanted > 0) {
            want(now);
        } else {
            changed(now);
        }
    }

    /**
     * Whoever brings the code whose hash this is may fetch the secret, once, within seven days from the admission on. Where
     * there is a secret already it is good after three days only, in which whoever holds that one can object.
     */
    void mayBeClaimed(byte[] hash, Instant now) {
        claim = hash.clone();
        claimFrom = isAuthenticated() ? now.plus(RECOVERY_WAITS) : null;
        claimUntil = null;
        timeClaim(now);
        changed(now);
    }

    private void timeClaim(Instant now) {
        if (claim != null && claimUntil == null && enabled) {
            claimUntil = (claimFrom == null ? now : claimFrom).plus(CODE_IS_GOOD_FOR);
        }
    }

    /** From when on its code is good; null for one that is good at once. */
    Instant claimFrom() {
        return claimFrom;
    }

    boolean isClaimedBy(byte[] hash, Instant now) {
        return claim != null
                && (claimFrom == null || !now.isBefore(claimFrom))
                && (claimUntil == null || now.isBefore(claimUntil))
                && MessageDigest.isEqual(claim, hash);
    }

    /** Whether its organisation took a secret or registered keys. */
    boolean isAuthenticated() {
        return authentication != Authentication.NONE;
    }

    /** Takes a new secret, sealed, until the identity provider has it; keys end with that. */
    void authenticateWith(byte[] sealedSecret, Instant now) {
        mustBeEnabled();
        authentication = Authentication.SECRET;
        secret = sealedSecret.clone();
        keys = null;
        claim = null;
        claimFrom = null;
        claimUntil = null;
        want(now);
    }

    /** Takes public keys; a secret ends with that. */
    void authenticateWith(String jwks, Instant now) {
        mustBeEnabled();
        authentication = Authentication.PRIVATE_KEY_JWT;
        keys = jwks;
        secret = null;
        claim = null;
        claimFrom = null;
        claimUntil = null;
        want(now);
    }

    private void mustBeEnabled() {
        if (!enabled) {
            throw new ClientDisabled();
        }
    }

    private void want(Instant now) {
        wanted++;
        attempts = 0;
        failure = null;
        dueAt = now;
        changed(now);
    }

    private void changed(Instant now) {
        revision++;
        updatedAt = now;
    }

    ClientState state() {
        if (wanted == 0) {
            return ClientState.NONE;
        }
        if (done < wanted) {
            return ClientState.PENDING;
        }
        return enabled ? ClientState.READY : ClientState.DISABLED;
    }

    ClientView view(String issuer, List<ClientEvent> history) {
        return new ClientView(
                clientId,
                revision,
                issuer,
                role,
                scopes,
                state(),
                authentication,
                failure,
                enabled ? List.of("issue-secret", "register-keys") : List.of(),
                history);
    }

    String clientId() {
        return clientId;
    }
}
