package jp.kakawari.syncclient;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Types a command and reads what it says. */
final class Clerk {

    private Clerk() {}

    record Run(int exit, String said) {}

    /** Nobody waits: pauses are over at once. */
    static Run types(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(screen);
        System.setErr(screen);
        try {
            int exit = Main.run(length -> {}, arguments);
            return new Run(exit, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
