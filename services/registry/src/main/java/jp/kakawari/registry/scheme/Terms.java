package jp.kakawari.registry.scheme;

import java.util.List;

/**
 * What a scheme says under one version of its policy (規約), for those who join, renew or agree anew.
 *
 * @param tiers codes, the lowest first
 * @param months how long a membership is valid, null without end
 * @param joining null where members come by lists only
 */
public record Terms(
        String scheme,
        String family,
        boolean open,
        List<String> municipalities,
        int version,
        List<String> tiers,
        Integer months,
        JoiningRules joining,
        List<Entitlement> entitlements) {

    static Terms of(Scheme scheme, SchemePolicy policy) {
        return new Terms(
                scheme.code(),
                scheme.family(),
                scheme.state() == SchemeState.OPEN,
                List.copyOf(scheme.municipalities()),
                policy.version(),
                policy.tiers().stream().map(Tier::code).toList(),
                policy.validMonths(),
                policy.joining(),
                policy.entitlements());
    }
}
