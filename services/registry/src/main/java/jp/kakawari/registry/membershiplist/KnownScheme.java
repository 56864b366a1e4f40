package jp.kakawari.registry.membershiplist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scheme as the rows of a list need to know it.
 *
 * @param own whether the list's municipality is among those who run it
 * @param open whether it takes new members
 * @param policies all versions, the first one first
 */
record KnownScheme(String code, boolean own, boolean open, List<Policy> policies) {

    /**
     * A version of its policy.
     *
     * @param months how long a membership is valid that says nothing else, null without end
     * @param lowest the tier of whoever is said to have none
     * @param byKey codes of the tiers by the keys of their codes and names
     */
    record Policy(int version, LocalDate validFrom, Integer months, String lowest, Map<String, String> byKey) {

        /** The code of the tier that goes by that code or name. */
        Optional<String> tier(String key) {
            return Optional.ofNullable(byKey.get(key));
        }
    }

    /** The newest version that holds on that day. */
    Policy inForce(LocalDate day) {
        return policies.stream()
                .filter(policy -> !policy.validFrom().isAfter(day))
                .reduce((one, later) -> later)
                .orElseGet(policies::getFirst);
    }

    Policy version(int version) {
        return policies.get(version - 1);
    }
}
