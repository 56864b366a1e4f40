package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A position in a keyset: the sort values of the last row seen, opaque to the client. A cursor that was made up or belongs
 * to another list is refused (400) when its values are read. It grants nothing: rows are still scoped to the caller.
 */
public final class Cursor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> values;

    private Cursor(List<String> values) {
        this.values = values;
    }

    /** Values are kept as text: numbers, UUIDs, instants, dates, strings. */
    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(Object::toString).toList());
    }

    public static Cursor parse(String text) {
        try {
            String[] values = JSON.readValue(Base64.getUrlDecoder().decode(text), String[].class);
            List<String> kept = List.of(values);
            if (kept.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw invalid();
            }
            return new Cursor(kept);
        } catch (java.io.IOException | IllegalArgumentException | NullPointerException madeUp) {
            throw invalid();
        }
    }

    public String text(int index) {
        if (index >= values.size()) {
            throw invalid();
        }
        return values.get(index);
    }

    public long number(int index) {
        return read(index, Long::parseLong);
    }

    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    public Instant instant(int index) {
        return read(index, text -> {
            Instant instant = Instant.parse(text);
            storable(instant.atOffset(ZoneOffset.UTC).getYear());
            return instant;
        });
    }

    public LocalDate date(int index) {
        return read(index, text -> {
            LocalDate date = LocalDate.parse(text);
            storable(date.getYear());
            return date;
        });
    }

    private <T> T read(int index, Function<String, T> reader) {
        try {
            return reader.apply(text(index));
        } catch (IllegalArgumentException | java.time.DateTimeException madeUp) {
            throw invalid();
        }
    }

    // Java counts further than any database: a made-up time must not become an error of the query.
    private static void storable(int year) {
        if (year < 1 || year > 9999) {
            throw invalid();
        }
    }

    private static InvalidParameter invalid() {
        return new InvalidParameter(
                "cursor", "is not a cursor of this list", "この一覧のカーソルではありません。直前のページの next をそのまま渡してください");
    }

    /** What goes into {@code next}. */
    @Override
    public String toString() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
