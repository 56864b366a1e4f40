package jp.kakawari.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The years that dates and times of a request may lie in, from the first of Meiji on. Java counts further than any
 * database; what lies outside is a slip of the keyboard, never a day on which somebody took part.
 */
final class Years {
    static final int FIRST = 1868;
    static final int LAST = 2200;

    /** The types that are bounded, each with its reader of text. */
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            LocalDate.class, LocalDate::parse,
            OffsetDateTime.class, OffsetDateTime::parse,
            Instant.class, Instant::parse);

    private Years() {}

    static Optional<Function<String, Object>> reader(Class<?> type) {
        return Optional.ofNullable(READERS.get(type)).map(reader -> reader.andThen(Years::within));
    }

    static boolean bound(Class<?> type) {
        return READERS.containsKey(type);
    }

    static boolean hold(Object value) {
        int year = switch (value) {
            case LocalDate date -> date.getYear();
            case OffsetDateTime time -> time.getYear();
            case Instant time -> time.atOffset(ZoneOffset.UTC).getYear();
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
        return year >= FIRST && year <= LAST;
    }

    private static Object within(Object value) {
        if (!hold(value)) {
            throw new DateTimeException("outside of " + FIRST + " to " + LAST);
        }
        return value;
    }
}
