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
 * @param revision of a tombstone: that of the removal
 */
public record Received<E>(UUID id, String key, Instant time, E body, long revision) {
    static final long NO_REVISION = 0;

    /** Makes the removed state of an aggregate. */
    @FunctionalInterface
    public interface Grave<E> {
        E of(UUID id, long revision);
    }

    /** An event, which has its revision in its body. */
    public Received(UUID id, String key, Instant time, E body) {
        this(id, key, time, body, NO_REVISION);
    }

    /** A removal told once more, while the topic forgets what it said of the key. */
    public static <E> Received<E> tombstone(UUID id, String key, Instant time, long revision) {
        return new Received<>(id, key, time, null, revision);
    }

    /** Whether the publisher only lets the topic forget the key. */
    public boolean tombstone() {
        return body == null;
    }

    /**
     * The newest state of each aggregate in a batch, in the order of their ids so that concurrent handlers lock rows in
     * one order. {@code INSERT … ON CONFLICT (id) DO UPDATE … WHERE excluded.revision > known.revision} takes these as
     * one set. For aggregates that are never removed: tombstones are left out.
     */
    public static <E, K extends Comparable<? super K>> List<E> newest(
            Collection<Received<E>> batch, Function<? super E, K> id, ToLongFunction<? super E> revision) {
        return newest(
                batch.stream()
                        .filter(received -> !received.tombstone())
                        .map(Received::body)
                        .toList(),
                id,
                revision);
    }

    /** The same, of aggregates that may be removed: a tombstone stands for that state, in case the reader missed it. */
    public static <E> List<E> newest(
            Collection<Received<E>> batch,
            Function<? super E, UUID> id,
            ToLongFunction<? super E> revision,
            Grave<E> grave) {
        return newest(
                batch.stream()
                        .filter(received -> !received.tombstone() || received.revision != NO_REVISION)
                        .map(received -> received.tombstone()
                                ? grave.of(UUID.fromString(received.key), received.revision)
                                : received.body)
                        .toList(),
                id,
                revision);
    }

    private static <E, K extends Comparable<? super K>> List<E> newest(
            List<E> states, Function<? super E, K> id, ToLongFunction<? super E> revision) {
        var newest = new TreeMap<K, E>();
        for (E state : states) {
            newest.merge(
                    id.apply(state),
                    state,
                    (known, next) -> revision.applyAsLong(next) > revision.applyAsLong(known) ? next : known);
        }
        return List.copyOf(newest.values());
    }
}
