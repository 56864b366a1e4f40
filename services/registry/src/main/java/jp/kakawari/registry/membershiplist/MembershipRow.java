package jp.kakawari.registry.membershiplist;

import java.time.LocalDate;

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

    @Override
    public String toString() {
        return "MembershipRow[…]";
    }
}
