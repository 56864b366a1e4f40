package jp.kakawari.contracts.registry;

import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * A member rose or fell (会員種別の昇格・降格): a fact, told once. What a list says of its members is no change of this kind.
 *
 * @param scheme code of the scheme
 * @param municipality 6-digit code of the municipality that keeps the membership
 * @param changedOn day in Japan
 * @param tierBefore code of the tier
 * @param tierAfter code of the tier
 * @param promoted whether it is the higher one
 * @param byHand whether somebody set it, not the rules
 */
public record TierChanged(
        UUID id,
        UUID membership,
        String scheme,
        String municipality,
        LocalDate changedOn,
        String tierBefore,
        String tierAfter,
        boolean promoted,
        boolean byHand)
        implements Event {

    @Override
    public Topic topic() {
        return Topic.REGISTRY_TIER;
    }

    @Override
    public String key() {
        return membership.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.tier-changed.v1";
    }
}
