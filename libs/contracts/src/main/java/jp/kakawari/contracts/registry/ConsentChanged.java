package jp.kakawari.contracts.registry;

import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * How somebody's consent to one use of their data by one recipient stands (同意). メール配信同意 to a municipality is told with the
 * tie of {@link SupporterChanged} instead.
 *
 * @param revision counts the states of this consent
 * @param recipient 6-digit code of a municipality, or id of another member organisation
 * @param terms version of the recipient's terms that they consented to, null for a refusal of none
 */
public record ConsentChanged(
        UUID supporter, Purpose purpose, String recipient, long revision, State state, Integer terms) implements Event {

    public enum Purpose {
        /** メール配信 */
        MAIL,
        /** 郵送 */
        POSTAL,
        /** マッチング */
        MATCHING,
        /** 第三者提供 */
        PROVISION,
        /** 災害時の呼びかけ */
        DISASTER_CALL,
        /** 調査 */
        RESEARCH
    }

    public enum State {
        /** 同意 */
        GIVEN,
        /** 不同意 */
        REFUSED,
        /** 撤回 */
        WITHDRAWN
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_CONSENT;
    }

    @Override
    public String key() {
        return supporter + ":" + purpose + ":" + recipient;
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.consent-changed.v1";
    }
}
