package jp.kakawari.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path directory;

    @Test
    void findsTheProcessItNoted() {
        var file = new PidFile(directory.resolve("part.pid"));
        file.write(ProcessHandle.current());

        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void neverTakesAnotherProcessWithTheSamePidForIt() throws IOException {
        var file = new PidFile(directory.resolve("part.pid"));
        Files.writeString(file.path(), ProcessHandle.current().pid() + "\n2026-04-01T00:00:00Z\n");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void knowsNoProcessWithoutAFile() {
        assertThat(new PidFile(directory.resolve("part.pid")).process()).isEmpty();
    }
}
