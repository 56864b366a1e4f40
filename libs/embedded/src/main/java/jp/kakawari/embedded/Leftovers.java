package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What hosts that were killed left behind. */
final class Leftovers {
    private Leftovers() {}

    /** Ends the parts of dead hosts beside this directory and removes their files. */
    static void sweepBeside(Path directory) throws IOException {
        try (var neighbours =
                Files.newDirectoryStream(directory.toAbsolutePath().getParent(), Leftovers::isDead)) {
            for (var dead : neighbours) {
                endPartsIn(dead);
                Folders.delete(dead);
            }
        }
    }

    /** Ends the parts that a killed host left running in this directory. */
    static void endPartsIn(Path directory) throws IOException {
        try (DirectoryStream<Path> pids = Files.newDirectoryStream(directory, "*.pid")) {
            for (var pid : pids) {
                new PidFile(pid)
                        .process()
                        .filter(process -> !process.equals(ProcessHandle.current()))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static boolean isDead(Path neighbour) {
        var host = neighbour.resolve(Connection.HOST);
        return Files.exists(host) && new PidFile(host).process().isEmpty();
    }
}
