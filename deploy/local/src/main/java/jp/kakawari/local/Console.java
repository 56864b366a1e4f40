package jp.kakawari.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What the person at the terminal sees: each part of the work with its time, the story, and what differed. */
public final class Console {

    private final PrintStream out;
    private final List<String> differences = new ArrayList<>();

    public Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void say(String format, Object... values) {
        say(format.formatted(values));
    }

    /** Does one part of the work under its name and says how long it took. */
    <T> T part(String name, Callable<T> work) throws Exception {
        out.printf("  %s … ", name);
        out.flush();
        long start = System.nanoTime();
        try {
            T result = work.call();
            out.printf("%.1f s%n", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
            return result;
        } catch (Exception failed) {
            out.println("failed");
            throw failed;
        }
    }

    /** Tells a figure of the story with what was expected of it; a difference is remembered for the exit code. */
    void check(String what, Object expected, Object actual) {
        boolean same = expected.equals(actual);
        say("   %s %-58s %s", same ? "✓" : "✗", what, same ? actual : actual + "  (expected " + expected + ")");
        if (!same) {
            differences.add("%s: expected %s, got %s".formatted(what, expected, actual));
        }
    }

    /** What differed from the expectation so far, in the order of the story. */
    public List<String> differences() {
        return List.copyOf(differences);
    }
}
