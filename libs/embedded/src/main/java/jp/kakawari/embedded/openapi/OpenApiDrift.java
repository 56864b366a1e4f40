package jp.kakawari.embedded.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The committed {@code openapi.yaml} of a module is the generated one, or the build fails and says how to go on:
 * {@code -Dopenapi.update} rewrites it, and the difference is reviewed like any other.
 */
public final class OpenApiDrift {
    private static final Path GENERATED = Path.of("target", "openapi", "openapi.yaml");
    private static final Path COMMITTED = Path.of("openapi.yaml");

    private OpenApiDrift() {}

    /** To be called by a {@code @QuarkusTest}, whose start generates the document. */
    public static void check() {
        check(GENERATED, COMMITTED, System.getProperty("openapi.update") != null);
    }

    static void check(Path generated, Path committed, boolean update) {
        try {
            if (update) {
                Files.copy(generated, committed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            List<String> now = Files.readAllLines(generated);
            List<String> then = Files.exists(committed) ? Files.readAllLines(committed) : List.of();
            if (!now.equals(then)) {
                throw new AssertionError(explain(now, then, committed));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String explain(List<String> now, List<String> then, Path committed) {
        int line = 0;
        while (line < Math.min(now.size(), then.size()) && now.get(line).equals(then.get(line))) {
            line++;
        }
        return """
                %s no longer says what the code does, first at line %d:
                  committed: %s
                  generated: %s
                If the change is meant (and breaks nobody), run the same test with -Dopenapi.update and commit the file.""".formatted(committed, line + 1, at(then, line), at(now, line));
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "(end of file)";
    }
}
