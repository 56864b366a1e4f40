package jp.kakawari.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsHostTest {
    private static final Duration UP = Duration.ofMinutes(3);
    // The promise is 2 s; the margin is for a machine that runs other builds.
    private static final Duration DOWN = Duration.ofSeconds(10);

    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path runs;

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void endsAllAndRemovesItsFilesWhenItsOwnerIsKilled() throws IOException {
        var owner = owner();
        var directory = runs.resolve("run");
        host(directory, owner);
        var processes = awaitUp(directory);
        assertThat(processes).hasSize(5);

        owner.destroyForcibly();

        awaitGone(processes, directory);
    }

    @Test
    void endsWhatAKilledHostLeftAndEndsItselfWhenAPartIsKilled() throws IOException {
        var owner = owner();
        var killed = runs.resolve("killed");
        var dying = host(killed, owner);
        var orphans = awaitUp(killed);
        dying.destroyForcibly();
        Await.until("the host is dead", DOWN, () -> !dying.isAlive());
        assertThat(orphans.stream().filter(PidFile::isRunning)).hasSize(4);

        var directory = runs.resolve("next");
        host(directory, owner);
        var processes = awaitUp(directory);
        awaitGone(orphans, killed);

        new PidFile(directory.resolve("kafka.pid")).process().orElseThrow().destroyForcibly();
        awaitGone(processes, directory);
    }

    @Test
    void leavesADirectoryThatHasAHostAlone() throws Exception {
        var directory = runs.resolve("run");
        Files.createDirectories(directory);
        try (var channel = FileChannel.open(
                        directory.resolve(PartsHost.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(host(directory, owner()).waitFor()).isEqualTo(PartsHost.TAKEN);
        }
    }

    /** A process that lives until it is killed: it waits for input that never comes. */
    private Process owner() throws IOException {
        return remember(new ProcessBuilder("cat").start());
    }

    private Process host(Path directory, Process owner) throws IOException {
        return remember(PartsHost.launch(directory, owner.toHandle()));
    }

    private Process remember(Process process) {
        started.add(process);
        return process;
    }

    private static List<ProcessHandle> awaitUp(Path directory) throws IOException {
        Await.until("the host is up", UP, () -> Connection.in(directory).isPresent());
        try (var files = Files.newDirectoryStream(directory, "*.pid")) {
            var processes = new ArrayList<ProcessHandle>();
            files.forEach(file -> new PidFile(file).process().ifPresent(processes::add));
            return processes;
        }
    }

    private static void awaitGone(List<ProcessHandle> processes, Path directory) {
        Await.until("all processes are gone", DOWN, () -> processes.stream().noneMatch(PidFile::isRunning));
        Await.until("all files are gone", DOWN, () -> Files.notExists(directory));
    }
}
