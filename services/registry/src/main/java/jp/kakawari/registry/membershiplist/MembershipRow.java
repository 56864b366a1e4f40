package jp.kakawari.registry.membershiplist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import jp.kakawari.registry.roster.Column;

/**
 * A row of a list of memberships as it was read. What it leaves empty is null, and says nothing.
 *
 * @param scheme code or name, empty where the row names none
 * @param memberNumber 会員番号 of the municipality's list of supporters
 * @param number 会員証番号
 * @param tier code or name
 */
record MembershipRow(
        String scheme,
        String memberNumber,
        String number,
        String tier,
        LocalDate joinedOn,
        Validity validity,
        StateWord state,
        LocalDate endedOn) {

    /**
     * Of what it says of a membership, and of nothing else: rows of which it is the same say the same. No secret hides in it,
     * since all that it says stands in the registry as it is.
     */
    byte[] fingerprint() {
        Object[] said = {
            tier == null ? null : Column.key(tier),
            joinedOn,
            validity == null ? null : "until " + validity.lastDay(),
            state == null ? null : "is " + state.because(),
            endedOn
        };
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Arrays.toString(said).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "MembershipRow[…]";
    }
}
