package jp.kakawari.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Process sessions: one of its own keeps Ctrl-C at the terminal from reaching a child before its turn to stop. */
final class Session {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Session() {}

    /** The command in a session of its own, with the same pid; unchanged where the system has no setsid. */
    static List<String> own(List<String> command) {
        var own = new ArrayList<>(command);
        if (Files.isExecutable(SETSID)) {
            own.addFirst(SETSID.toString());
        }
        return own;
    }
}
