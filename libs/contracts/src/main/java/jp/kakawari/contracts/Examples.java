package jp.kakawari.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One example body per topic, from which publishers' and readers' tests check that they still agree. */
public final class Examples {

    private Examples() {}

    /** The example of that topic, as UTF-8 JSON. */
    public static String of(Topic topic) {
        String path = "/examples/" + topic.value() + ".json";
        try (InputStream in = Examples.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no example stands at " + path + ": write one");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
