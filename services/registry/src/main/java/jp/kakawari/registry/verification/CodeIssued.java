package jp.kakawari.registry.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A code that has to go to an address (確認コードの送付). Whoever sends mail observes it after the transaction; it is kept nowhere
 * and never prints itself.
 *
 * @param languages of the person, the preferred one first
 */
public record CodeIssued(UUID supporter, String email, String code, Instant expiresAt, List<String> languages) {

    @Override
    public String toString() {
        return "CodeIssued[" + supporter + "]";
    }
}
