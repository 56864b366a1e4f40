package jp.kakawari.registry.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A card with what it shows of its membership (会員証).
 *
 * @param runners those who run the scheme
 * @param policy version of the scheme's policy that the member has
 */
record CardRow(
        UUID id,
        UUID membership,
        Instant issuedAt,
        boolean revoked,
        String scheme,
        String schemeName,
        List<String> runners,
        String municipality,
        UUID supporter,
        String number,
        String tier,
        String tierName,
        int policy,
        boolean active,
        LocalDate joinedOn,
        LocalDate validUntil) {

    /** Whether it shows a membership that holds on that day. */
    boolean valid(LocalDate day) {
        return !revoked && active && !joinedOn.isAfter(day) && (validUntil == null || !validUntil.isBefore(day));
    }
}
