package jp.kakawari.contracts.registry;

import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * How many people a municipality's campaign (配信) reached, and how many answered: counted again each time that it is told. It
 * names nobody.
 *
 * @param municipality 6-digit code of the sender
 * @param sentOn the day on which it had gone to all; null where it was cancelled before
 * @param sent letters that the mail server took
 * @param refused letters that it refused
 * @param unknown letters of which nobody knows whether it took them
 * @param withdrawn people who withdrew their consent before it was their turn
 * @param answered people who answered, of a SURVEY
 */
public record DeliveryCounted(
        UUID id,
        long revision,
        Kind kind,
        String municipality,
        LocalDate sentOn,
        long sent,
        long refused,
        long unknown,
        long withdrawn,
        long answered)
        implements Event {

    public enum Kind {
        /** 便り・メルマガ */
        NEWSLETTER,
        /** 災害時の呼びかけ */
        DISASTER_CALL,
        /** アンケートの依頼 */
        SURVEY
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_DELIVERY;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.delivery-counted.v1";
    }
}
