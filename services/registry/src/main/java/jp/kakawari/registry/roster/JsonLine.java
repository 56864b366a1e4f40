package jp.kakawari.registry.roster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON object with its values as cells: texts, numbers, true and false, and lists of them; nothing deeper. */
final class JsonLine {

    /** Names are not remembered: a file may have any number of them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final String SEPARATOR = "、";

    private final Limits limits;

    JsonLine(Limits limits) {
        this.limits = limits;
    }

    /** The members in their order, but those that a file of rejected rows puts in front. */
    Map<String, String> read(long line, CharSequence text) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text.toString())) {
            must(line, parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                String value = value(line, parser);
                must(line, isText(name) && isText(value));
                if (!RejectedRows.ADDED.contains(name)) {
                    must(line, values.put(name, value) == null);
                }
                if (values.size() > limits.columns()) {
                    throw tooMuch(line);
                }
            }
            must(line, parser.currentToken() == JsonToken.END_OBJECT);
            must(line, parser.nextToken() == null);
            return values;
        } catch (IOException broken) {
            throw notJson(line);
        }
    }

    private static String value(long line, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return scalar(line, parser);
        }
        List<String> words = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            words.add(scalar(line, parser));
        }
        return String.join(SEPARATOR, words);
    }

    private static String scalar(long line, JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> CellNumber.plain(parser.getText());
            case VALUE_TRUE -> "TRUE";
            case VALUE_FALSE -> "FALSE";
            case VALUE_NULL -> "";
            case null, default -> throw notJson(line);
        };
    }

    /** What an escape can say and no encoding: half a character, or NUL, which is no text to a database. */
    private static boolean isText(String value) {
        return value.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }

    private static void must(long line, boolean holds) {
        if (!holds) {
            throw notJson(line);
        }
    }

    private static UnreadableRoster notJson(long line) {
        return new UnreadableRoster(
                line,
                "this is not one JSON object of texts, numbers, true, false, null and lists of them, each name once",
                "1行に1つのJSONオブジェクト（値は文字列・数値・真偽値・nullとその配列、名前の重複なし）ではありません");
    }

    UnreadableRoster tooMuch(long line) {
        return new UnreadableRoster(
                line,
                "the object has more than %,d characters or %,d members"
                        .formatted(limits.rowCharacters(), limits.columns()),
                "オブジェクトが%,d文字または%,d項目を超えています".formatted(limits.rowCharacters(), limits.columns()));
    }
}
