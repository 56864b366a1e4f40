package jp.kakawari.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPartsTest {
    @TempDir
    Path directory;

    @Test
    void keepsDataWhenTheNextLauncherTakesOverFromAKilledOne() throws Exception {
        var settings = Settings.durable(directory, Ports.free(), Ports.free(), Ports.free(), Ports.free());
        var progress = new ArrayList<String>();
        // Nobody closes these: it is all that a next launcher finds after a kill -9.
        var abandoned = new LocalParts(settings).start(progress::add);
        assertThat(progress).anyMatch(line -> line.startsWith("PostgreSQL is up on port " + settings.postgresPort()));
        execute(abandoned.database("registry"), "CREATE TABLE tie AS SELECT 1 AS id");
        assertThat(abandoned.database("registry")).as("there already").isEqualTo(abandoned.database("registry"));
        asWhenTheServiceOwnedAll(abandoned.database("registry"));
        var orphans = processes();
        assertThat(orphans).hasSize(4);

        try (var parts = new LocalParts(settings).start(line -> {})) {
            assertThat(orphans).noneMatch(PidFile::isRunning);
            assertThat(parts.areRunning()).isTrue();
            assertThat(abandoned.areRunning()).isFalse();
            execute(parts.database("registry"), "SELECT id FROM tie");
            assertThat(parts.tokens().of("hida")).isNotBlank();
        }

        assertThat(processes()).isEmpty();
        assertThat(directory.resolve("logs/postgresql.log"))
                .content()
                .contains("database system is shut down")
                .doesNotContain("not properly shut down");
    }

    @Test
    void namesABusyPortInOneLineAndLeavesNothingRunning() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = Settings.durable(directory, Ports.free(), Ports.free(), busy.getLocalPort(), Ports.free());

            assertThatThrownBy(() -> new LocalParts(settings).start(line -> {}))
                    .isInstanceOf(PartFailed.class)
                    .hasMessage("Port %d for Keycloak is busy: stop what listens there, or choose another"
                            .formatted(busy.getLocalPort()));
            assertThat(processes()).isEmpty();
        }
    }

    @Test
    void namesTheLogOfAPartThatDoesNotComeUp() throws IOException {
        Files.createDirectories(directory.resolve("postgresql"));
        Files.writeString(directory.resolve("postgresql/PG_VERSION"), "9.6\n");

        assertThatThrownBy(() -> new LocalParts(Settings.forTests(directory)).start(line -> {}))
                .isInstanceOf(PartFailed.class)
                .hasMessage("PostgreSQL ended while it started; see " + directory.resolve("logs/postgresql.log"));
        assertThat(processes()).isEmpty();
    }

    @Test
    void namesAFullDiskInOneLine() {
        var free = directory.toFile().getUsableSpace();

        assertThatThrownBy(() -> Part.mustHaveRoom(directory, "Kafka", free + (1L << 30)))
                .isInstanceOf(PartFailed.class)
                .hasMessageMatching(
                        "The disk of \\Q" + directory + "\\E is full: Kafka needs \\d+ MB, \\d+ MB are free");
    }

    private List<ProcessHandle> processes() throws IOException {
        try (var files = Files.newDirectoryStream(directory, "*.pid")) {
            var processes = new ArrayList<ProcessHandle>();
            files.forEach(file -> new PidFile(file).process().ifPresent(processes::add));
            return processes;
        }
    }

    private static void asWhenTheServiceOwnedAll(Database database) throws SQLException {
        var handBack = "REASSIGN OWNED BY \"%s\" TO \"%s\"".formatted(database.owner(), database.user());
        execute(database.jdbcUrl(), Databases.SUPERUSER, Databases.SUPERUSER, handBack);
    }

    private static void execute(Database database, String sql) throws SQLException {
        execute(database.jdbcUrl(), database.owner(), database.ownerPassword(), sql);
    }

    private static void execute(String jdbcUrl, String user, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
