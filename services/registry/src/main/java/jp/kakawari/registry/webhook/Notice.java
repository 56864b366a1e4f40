package jp.kakawari.registry.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One thing that happened, and who is told of it.
 *
 * @param event the same id each time that it is heard of, so that nobody is told twice
 * @param toAll whether everybody may know
 * @param organizations member organisations that may know
 * @param governments codes of municipalities that may know
 * @param data what they are told: for not all, only ids and states, and the rest is read over the API under its rules
 */
record Notice(
        UUID event,
        EventType type,
        Instant occurredAt,
        boolean toAll,
        List<UUID> organizations,
        List<String> governments,
        Object data) {

    static Notice toAll(UUID event, EventType type, Instant occurredAt, Object data) {
        return new Notice(event, type, occurredAt, true, List.of(), List.of(), data);
    }

    static Notice to(
            Collection<UUID> organizations,
            Collection<String> governments,
            UUID event,
            EventType type,
            Instant occurredAt,
            Map<String, Object> data) {
        return new Notice(event, type, occurredAt, false, List.copyOf(organizations), List.copyOf(governments), data);
    }
}
