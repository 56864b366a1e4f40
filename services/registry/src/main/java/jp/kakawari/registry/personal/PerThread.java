package jp.kakawari.registry.personal;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A cipher or MAC of each key for each thread, to be used again: making one costs ten times what it does to a row of a list. */
final class PerThread<T> {

    private final ThreadLocal<Map<byte[], T>> made = ThreadLocal.withInitial(IdentityHashMap::new);

    /** The one of that key, which is the same array each time; whoever uses it leaves it as it was. */
    T of(byte[] key, Supplier<T> maker) {
        return made.get().computeIfAbsent(key, absent -> maker.get());
    }
}
