package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names the place of unreadable JSON: pointer, line, column. Values are never repeated, they may be personal. */
final class JsonFlaws {
    private JsonFlaws() {}

    static Refusal of(JsonProcessingException thrown) {
        JsonProcessingException root = thrown;
        while (root.getCause() instanceof JsonProcessingException cause && cause != root) {
            root = cause;
        }
        String pointer = pointer(thrown, root);
        JsonLocation location = root.getLocation() == null ? thrown.getLocation() : root.getLocation();
        int line = location == null ? 0 : location.getLineNr();
        int column = location == null ? 0 : location.getColumnNr();
        return switch (root) {
            case StreamConstraintsException _ -> new JsonProblems.NestingTooDeep(pointer, line, column);
            case UnrecognizedPropertyException unknown ->
                new JsonProblems.UnknownProperty(pointer, line, column, known(unknown));
            case InputCoercionException number ->
                wrongValue(new Place(pointer, line, column), Expected.of(number.getTargetType()));
            case JsonMappingException mapping -> wrongValue(mapping, new Place(pointer, line, column));
            default ->
                root.getOriginalMessage().startsWith("Duplicate field")
                        ? new JsonProblems.DuplicateProperty(pointer, line, column)
                        : new JsonProblems.MalformedJson(pointer, line, column);
        };
    }

    private record Place(String pointer, int line, int column) {}

    private static Refusal wrongValue(JsonMappingException mapping, Place place) {
        for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        if (mapping instanceof InvalidFormatException format && ValueModule.NUL.equals(format.getValue())) {
            return new StandardProblems.InvalidCharacter()
                    .at(flaw(place, "contains a NUL character", "NUL 文字が含まれています"));
        }
        if (mapping instanceof MismatchedInputException mismatch
                && mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return new JsonProblems.MalformedJson("", place.line(), place.column());
        }
        Expected expected = mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? Expected.of(mismatch.getTargetType())
                : new Expected("a valid value", "正しい値");
        return wrongValue(place, expected);
    }

    private static Refusal wrongValue(Place place, Expected expected) {
        return new InvalidBody().at(flaw(place, "must be " + expected.en(), expected.ja() + "を指定してください"));
    }

    private static Flaw flaw(Place place, String en, String ja) {
        return new Flaw(place.pointer(), null, place.line(), place.column(), en, ja);
    }

    /** The path of the mapping, or where the parser stood when it gave up. */
    private static String pointer(JsonProcessingException thrown, JsonProcessingException root) {
        if (root.getProcessor() instanceof JsonParser parser && !(root instanceof JsonMappingException)) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
        if (!((root instanceof JsonMappingException ? root : thrown) instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? ""
                : unknown.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** What the type wants, in words of the API rather than of Java. */
    record Expected(String en, String ja) {
        private static final String BOUNDS_EN = " from " + Years.FIRST + " to " + Years.LAST;
        private static final String BOUNDS_JA = "、" + Years.FIRST + "年から" + Years.LAST + "年まで";
        private static final Expected TIME =
                new Expected("a time with offset (RFC 3339)" + BOUNDS_EN, "時差付きの日時（RFC 3339" + BOUNDS_JA + "）");

        private static final Map<Class<?>, Expected> WORDS = Map.of(
                String.class, new Expected("text", "文字列"),
                UUID.class, new Expected("a UUID", "UUID "),
                LocalDate.class, new Expected("a date (YYYY-MM-DD)" + BOUNDS_EN, "日付（YYYY-MM-DD" + BOUNDS_JA + "）"),
                OffsetDateTime.class, TIME,
                Instant.class, TIME,
                BigDecimal.class, new Expected("a number", "数値"));

        static Expected of(Class<?> type) {
            if (WORDS.containsKey(type)) {
                return WORDS.get(type);
            }
            if (type.isEnum()) {
                String names = Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", "));
                return new Expected("one of " + names, names + " のいずれか");
            }
            if (type == boolean.class || type == Boolean.class) {
                return new Expected("true or false", "true または false ");
            }
            if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
                return new Expected("a whole number in range", "範囲内の整数");
            }
            if (Collection.class.isAssignableFrom(type)) {
                return new Expected("an array", "配列");
            }
            if (ValueType.of(type).isPresent()) {
                return new Expected("a valid code", "正しい番号・コード");
            }
            return new Expected("an object", "オブジェクト");
        }
    }
}
