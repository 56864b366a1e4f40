package jp.kakawari.registry.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import jp.kakawari.japan.EraDate;

/** Reads a date as a town hall may write it: 1962-09-03, 昭和62年9月3日, S62.9.3. */
class AnyCalendarDate extends StdDeserializer<LocalDate> {

    AnyCalendarDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString();
        try {
            return EraDate.parse(text);
        } catch (IllegalArgumentException | NullPointerException notADate) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a date");
        }
    }
}
