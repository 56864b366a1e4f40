package jp.kakawari.catalog.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import jp.kakawari.web.Cursor;

/** The orders of the search (並び順), each a keyset with the id as the last word. */
enum Sort {
    RELEVANCE(
            "cast(1e6 * ts_rank(p.search, (select search_query(:q))) as bigint)",
            "desc",
            Long.class,
            cursor -> cursor.number(0)),
    NEWEST("p.published_at", "desc", Instant.class, cursor -> cursor.instant(0)),
    CLOSING(
            "coalesce(p.application_closes, timestamptz '9999-12-31 00:00:00+00')",
            "asc",
            Instant.class,
            cursor -> cursor.instant(0)),
    STARTING("coalesce(p.starts_on, date '9999-12-31')", "asc", LocalDate.class, cursor -> cursor.date(0));

    final String key;
    final String direction;
    final Class<?> type;
    private final Function<Cursor, Object> position;

    Sort(String key, String direction, Class<?> type, Function<Cursor, Object> position) {
        this.key = key;
        this.direction = direction;
        this.type = type;
        this.position = position;
    }

    Object positionOf(Cursor cursor) {
        return position.apply(cursor);
    }

    String after() {
        return "(%s, p.id) %s (:position, :id)".formatted(key, direction.equals("desc") ? "<" : ">");
    }

    String order() {
        return "%s %s, p.id %s".formatted(key, direction, direction);
    }

    /** As the parameter says it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
