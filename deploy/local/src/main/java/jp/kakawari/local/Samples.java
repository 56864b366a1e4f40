package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of the sample world. */
final class Samples {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/sample/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("the sample world has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(String name) {
        try {
            return JSON.readTree(bytes(name));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
