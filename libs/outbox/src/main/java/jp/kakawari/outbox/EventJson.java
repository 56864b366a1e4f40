package jp.kakawari.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Events as JSON, the same in every service whatever its HTTP side is configured to do. A reader skips properties that
 * it doesn't know, so that a publisher may add some before its readers are deployed.
 */
final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    static String write(Object event) {
        return new String(bytes(event), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "not an event: " + event.getClass().getName(), unwritable);
        }
    }

    static <E> E read(byte[] body, Class<E> type) throws IOException {
        return MAPPER.readValue(body, type);
    }
}
