package jp.kakawari.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process noted on disk by its pid and the instant it started, so that a reused pid is never taken for it. */
record PidFile(Path path) {
    // Linux tells the instant from ticks since a boot time in whole seconds, which a clock correction can shift.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + "\n" + startOf(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The noted process, if it is still alive. */
    Optional<ProcessHandle> process() {
        try {
            var lines = Files.readAllLines(path);
            return lines.size() < 2
                    ? Optional.empty()
                    : find(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ProcessHandle> find(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(PidFile::isRunning)
                .filter(process ->
                        Duration.between(startOf(process), start).abs().compareTo(TOLERANCE) < 0);
    }

    /** False also for a process that ended but that nobody has collected yet. */
    static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
