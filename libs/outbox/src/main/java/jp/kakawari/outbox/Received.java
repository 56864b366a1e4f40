package jp.kakawari.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * An event as it came in.
 *
 * @param id the CloudEvents id, the same in each delivery of the event
 * @param key id of the aggregate
 * @param time when the publisher's transaction began
 * @param body the event; null for a tombstone, which follows the state that told the removal
 */
public record Received<E>(UUID id, String key, Instant time, E body) {

    /** Whether the publisher only lets the topic forget the key. */
    public boolean tombstone() {
        return body == null;
    }

    /**
     * The newest state of each aggregate in a batch, in the order of their ids so that concurrent handlers lock rows in
     * one order. {@code INSERT … ON CONFLICT (id) DO UPDATE … WHERE excluded.revision > known.revision} takes these as
     * one set. Tombstones carry no state and are left out.
     */
    public static <E, K extends Comparable<? super K>> List<E> newest(
            Collection<Received<E>> batch, Function<? super E, K> id, ToLongFunction<? super E> revision) {
        var newest = new TreeMap<K, E>();
        for (Received<E> received : batch) {
            if (!received.tombstone()) {
                newest.merge(
                        id.apply(received.body()),
                        received.body(),
                        (known, next) -> revision.applyAsLong(next) > revision.applyAsLong(known) ? next : known);
            }
        }
        return List.copyOf(newest.values());
    }
}
