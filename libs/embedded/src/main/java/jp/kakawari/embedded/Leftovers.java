package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What hosts that were killed left behind. */
final class Leftovers {
    private Leftovers() {}

    /** Ends the parts of dead hosts beside this directory and removes their files. */
    static void sweepBeside(Path directory) throws IOException {
        try (var neighbours = Files.newDirectoryStream(directory.getParent(), Leftovers::hadHost)) {
            for (var neighbour : neighbours) {
                if (!neighbour.equals(directory)) {
                    sweepUnlessHosted(neighbour);
                }
            }
        }
    }

    /** Ends what the pid files in this directory still name. */
    static void endPartsIn(Path directory) throws IOException {
        try (var pids = Files.newDirectoryStream(directory, "*.pid")) {
            for (var pid : pids) {
                new PidFile(pid).process().ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static boolean hadHost(Path directory) {
        return Files.exists(directory.resolve(PartsHost.LOCK));
    }

    private static void sweepUnlessHosted(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory.resolve(PartsHost.LOCK), StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                endPartsIn(directory);
                Folders.delete(directory);
            }
        }
    }
}
