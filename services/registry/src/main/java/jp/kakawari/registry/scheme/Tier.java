package jp.kakawari.registry.scheme;

import jakarta.persistence.Embeddable;
import java.util.List;
import jp.kakawari.contracts.Activity;

/** A tier (会員種別) of a policy, with its rule where it has one. */
@Embeddable
record Tier(
        String code,
        String name,
        String nameEn,
        String measure,
        Long atLeast,
        Integer months,
        List<String> activities) {

    static Tier of(String code, String name, String nameEn, TierRule rule) {
        if (rule == null) {
            return new Tier(code, name, nameEn, null, null, null, List.of());
        }
        List<Activity> counted = rule.activities() == null ? List.of() : rule.activities();
        return new Tier(
                code,
                name,
                nameEn,
                rule.measure().name(),
                rule.atLeast(),
                rule.months(),
                counted.stream().map(Activity::name).distinct().sorted().toList());
    }

    /** Null where it has none. */
    TierRule rule() {
        return measure == null
                ? null
                : new TierRule(
                        TierRule.Measure.valueOf(measure),
                        atLeast,
                        months,
                        activities.isEmpty()
                                ? null
                                : activities.stream().map(Activity::valueOf).toList());
    }
}
