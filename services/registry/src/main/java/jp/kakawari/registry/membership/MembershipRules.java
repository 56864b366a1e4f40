package jp.kakawari.registry.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.kakawari.registry.scheme.Terms;

/**
 * What the terms of a membership leave open now (会員の手続き).
 *
 * @param takes whether its scheme takes the applicant, should somebody approve: it is open, they are no member and no cap is reached
 * @param months for how long it would be renewed; null: without end
 * @param renewableDays how long before its last day; null where the policy doesn't say
 */
record MembershipRules(boolean takes, Integer months, Integer renewableDays) {

    private static final int RENEWABLE_DAYS = 60;

    static MembershipRules of(Terms terms, boolean takes) {
        return new MembershipRules(
                takes,
                terms.months(),
                terms.joining() == null ? null : terms.joining().renewableDays());
    }

    /** What may be done with it: all by the municipality that keeps it, their own part by the person or who registered them. */
    List<String> allow(Membership membership, boolean keeper, LocalDate today) {
        List<String> allowed = new ArrayList<>();
        switch (membership.state()) {
            case PENDING -> {
                if (keeper && takes) {
                    allowed.add("approve");
                }
                if (keeper) {
                    allowed.add("reject");
                }
                allowed.add("withdraw");
            }
            case ACTIVE -> {
                if (renewable(membership.validUntil(), today)) {
                    allowed.add("renew");
                }
                allowed.addAll(List.of("withdraw", "consent"));
                if (keeper) {
                    allowed.add("set-tier");
                }
            }
            case REJECTED, ENDED -> {}
        }
        return List.copyOf(allowed);
    }

    /** Not long before its end, and not where it has none. */
    private boolean renewable(LocalDate until, LocalDate today) {
        return until != null
                && months != null
                && !today.isBefore(until.minusDays(renewableDays == null ? RENEWABLE_DAYS : renewableDays));
    }
}
