package jp.kakawari.registry.roster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is made of texts that come again and again, such as a column of skills: once of each, as long as they are short and few. */
final class Remembered<T> {

    private static final int MOST = 500;
    private static final int LONGEST = 100;

    private final Map<String, T> made = new ConcurrentHashMap<>();
    private final Function<String, T> maker;

    Remembered(Function<String, T> maker) {
        this.maker = maker;
    }

    T of(String text) {
        T known = made.get(text);
        if (known != null) {
            return known;
        }
        T now = maker.apply(text);
        if (text.length() <= LONGEST && made.size() < MOST) {
            made.put(text, now);
        }
        return now;
    }
}
