package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** What a host writes down for those who use its parts. */
record Connection(int postgresPort, String bootstrapServers, String issuer, int smtpPort, Path mail) {
    private static final String FILE = "parts.properties";

    /** The facts in a directory whose host is alive. */
    static Optional<Connection> in(Path directory) {
        var facts = new Properties();
        try (var in = Files.newBufferedReader(directory.resolve(FILE))) {
            facts.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        return new PidFile(directory.resolve(PartsHost.HOST_PID)).process().map(host -> of(facts));
    }

    private static Connection of(Properties facts) {
        return new Connection(
                Integer.parseInt(facts.getProperty("postgres.port")),
                facts.getProperty("kafka.bootstrap.servers"),
                facts.getProperty("oidc.issuer"),
                Integer.parseInt(facts.getProperty("smtp.port")),
                Path.of(facts.getProperty("mail.directory")));
    }

    void write(Path directory) throws IOException {
        var text = "postgres.port=%d\nkafka.bootstrap.servers=%s\noidc.issuer=%s\nsmtp.port=%d\nmail.directory=%s\n"
                .formatted(postgresPort, bootstrapServers, issuer, smtpPort, mail);
        var partial = Files.writeString(directory.resolve(FILE + ".partial"), text);
        Files.move(partial, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void withdraw(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }
}
