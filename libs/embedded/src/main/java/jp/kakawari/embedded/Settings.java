package jp.kakawari.embedded;

import java.nio.file.Path;

/**
 * Where the parts keep their data and where they listen.
 *
 * @param directory data, logs and pid files
 * @param cache unpacked programs, shared by every run
 * @param durable whether data must survive a crash; without it the parts are faster, smaller and forgetful
 */
public record Settings(
        Path directory, Path cache, int postgresPort, int kafkaPort, int keycloakPort, int smtpPort, boolean durable) {

    /** Free ports, nothing durable. */
    public static Settings forTests(Path directory) {
        return new Settings(
                directory.toAbsolutePath(),
                Project.cache(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                false);
    }

    /** For a local run: fixed ports, data that survive a restart and a crash. */
    public static Settings durable(Path directory, int postgresPort, int kafkaPort, int keycloakPort, int smtpPort) {
        return new Settings(
                directory.toAbsolutePath(), Project.cache(), postgresPort, kafkaPort, keycloakPort, smtpPort, true);
    }
}
