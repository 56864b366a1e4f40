package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The committed {@code openapi.yaml} of a module is the generated one, or the build fails and says how to go on:
 * {@code -Dopenapi.update} rewrites it unless that breaks clients, {@code -Dopenapi.update=breaking} even then.
 */
public final class OpenApiDrift {
    private static final Path GENERATED = Path.of("target", "openapi", "openapi.yaml");
    private static final Path COMMITTED = Path.of("openapi.yaml");

    private OpenApiDrift() {}

    /** To be called by a {@code @QuarkusTest}, whose start generates the document. */
    public static void check() {
        check(GENERATED, COMMITTED, System.getProperty("openapi.update"));
    }

    static void check(Path generated, Path committed, String update) {
        try {
            List<String> now = Files.readAllLines(generated);
            List<String> then = Files.exists(committed) ? Files.readAllLines(committed) : List.of();
            if (now.equals(then)) {
                return;
            }
            List<String> breaking = then.isEmpty() ? List.of() : breakingChanges(committed, generated);
            if (update == null || !breaking.isEmpty() && !update.equals("breaking")) {
                throw new AssertionError(explain(now, then, committed, breaking));
            }
            Files.copy(generated, committed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> breakingChanges(Path committed, Path generated) throws IOException {
        ObjectMapper yaml = new YAMLMapper();
        return BreakingChanges.between(yaml.readTree(committed.toFile()), yaml.readTree(generated.toFile()));
    }

    private static String explain(List<String> now, List<String> then, Path committed, List<String> breaking) {
        int line = 0;
        while (line < Math.min(now.size(), then.size()) && now.get(line).equals(then.get(line))) {
            line++;
        }
        String wayOut = breaking.isEmpty()
                ? "If the change is meant, run the same test with -Dopenapi.update and commit the file."
                : "This breaks clients:\n  " + String.join("\n  ", breaking)
                        + "\nKeep what they use, or run the same test with -Dopenapi.update=breaking and commit the file.";
        return "%s no longer says what the code does, first at line %d:%n  committed: %s%n  generated: %s%n%s"
                .formatted(committed, line + 1, at(then, line), at(now, line), wayOut);
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "(end of file)";
    }
}
