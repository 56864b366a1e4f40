package jp.kakawari.syncclient;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;

/** One line that tells how far something is and is written over; what comes faster than it can be read is left out. */
final class ProgressLine {

    private static final Duration READABLE = Duration.ofMillis(250);
    private static final String EMPTY = "\r" + " ".repeat(70) + "\r";

    private final PrintWriter terminal;
    private long shownAt;
    private boolean shown;

    ProgressLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    /** For a run that nobody watches. */
    static ProgressLine unseen() {
        return new ProgressLine(new PrintWriter(Writer.nullWriter()));
    }

    synchronized void show(String text) {
        long now = System.nanoTime();
        if (!shown || now - shownAt >= READABLE.toNanos()) {
            terminal.print("\r  " + text + "   ");
            terminal.flush();
            shown = true;
            shownAt = now;
        }
    }

    synchronized void clear() {
        if (shown) {
            terminal.print(EMPTY);
            terminal.flush();
            shown = false;
        }
    }
}
