package jp.kakawari.contracts.registry;

import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Removable;
import jp.kakawari.contracts.Topic;

/**
 * A supporter's membership (会員) in a scheme (会員制度), without the number on the card. Who the supporter is, their pseudonym
 * too, is told by {@link SupporterChanged} alone.
 *
 * @param scheme code of the scheme
 * @param municipality 6-digit code of the municipality that keeps the membership
 * @param tier code of the tier (会員種別) in the policy
 * @param policy version of the scheme's policy under which it was made
 * @param validUntil last day of its validity, null without end; one whose day is over is still ACTIVE until it is ended
 * @param endedOn null while it is ACTIVE, as is endedBecause
 */
public record MembershipChanged(
        UUID id,
        long revision,
        State state,
        String scheme,
        String municipality,
        UUID supporter,
        String tier,
        int policy,
        LocalDate joinedOn,
        LocalDate validUntil,
        LocalDate endedOn,
        Ending endedBecause)
        implements Removable {

    public enum State {
        /** 有効 */
        ACTIVE,
        /** 終了 */
        ENDED
    }

    public enum Ending {
        /** 退会 */
        WITHDREW,
        /** 期限切れ */
        EXPIRED,
        /** 休止 */
        PAUSED,
        /** 全件の名簿にない */
        NOT_LISTED,
        /** 再発行: another number took its place */
        REPLACED,
        /** 制度の終了 */
        SCHEME_CLOSED,
        /** 本人の記録の削除 */
        ERASED
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_MEMBERSHIP;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.membership-changed.v1";
    }
}
