package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The one running PostgreSQL, Kafka, Keycloak and sink for mail of this test run, shared by all its JVMs. Databases and topics get
 * names of their own, so tests don't meet. The first who asks starts them; they end with the run.
 *
 * <p>{@code KAKAWARI_PARTS} (or the property {@code kakawari.parts}) names the directory of a {@link PartsHost} that
 * somebody started by hand, to be used instead.
 */
public final class Parts {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static Parts shared;

    private final Path directory;
    private final Connection connection;
    private final Tokens tokens;

    private Parts(Path directory, Connection connection) {
        this.directory = directory;
        this.connection = connection;
        this.tokens = new Tokens(connection.issuer());
    }

    /** @throws PartFailed in one line when they can't be started */
    public static synchronized Parts shared() {
        if (shared == null) {
            shared = startedByHand().map(Parts::join).orElseGet(Parts::startOrJoin);
        }
        return shared;
    }

    /** A fresh, empty database whose name starts with the one given, with an owner and a service's user of its own. */
    public Database newDatabase(String name) {
        return new Databases(connection.postgresPort()).named(unique(name).replace('-', '_'));
    }

    public String bootstrapServers() {
        return connection.bootstrapServers();
    }

    /** A prefix, ending in a dot, that no other test has. */
    public String newTopicPrefix() {
        return unique("t") + ".";
    }

    public String issuer() {
        return connection.issuer();
    }

    public Tokens tokens() {
        return tokens;
    }

    public int smtpPort() {
        return connection.smtpPort();
    }

    /** The mail that came over SMTP from all tests: ask by addresses that no other test has. */
    public Mailbox mailbox() {
        return new Mailbox(connection.mail());
    }

    /** All that PostgreSQL has logged for all tests. */
    public String databaseLog() {
        try {
            return new String(Files.readAllBytes(Part.log(directory, Postgres.NAME)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PartFailed("PostgreSQL has no log in " + directory, e);
        }
    }

    public Topics topics() {
        return new Topics(bootstrapServers());
    }

    private static String unique(String name) {
        var random = ThreadLocalRandom.current().nextLong(1L << 40);
        return name + "-" + Long.toString(random, Character.MAX_RADIX);
    }

    private static Optional<Path> startedByHand() {
        return Optional.ofNullable(System.getProperty("kakawari.parts", System.getenv("KAKAWARI_PARTS")))
                .filter(told -> !told.isBlank())
                .map(Path::of);
    }

    private static Parts join(Path directory) {
        return Connection.in(directory)
                .map(connection -> new Parts(directory, connection))
                .orElseThrow(() -> new PartFailed("KAKAWARI_PARTS names " + directory + ", where no host is running"));
    }

    private static Parts startOrJoin() {
        var owner = Owner.ofThisRun();
        var directory = Project.scratch().resolve("parts").resolve(Long.toString(owner.pid()));
        var limit = Instant.now().plus(LIMIT);
        Process host = null;
        for (var found = Connection.in(directory); ; found = Connection.in(directory)) {
            if (found.isPresent()) {
                return new Parts(directory, found.get());
            }
            if (host == null || !host.isAlive()) {
                mustNotHaveFailed(host, directory);
                host = startHost(directory, owner);
            }
            if (Instant.now().isAfter(limit)) {
                throw new PartFailed(
                        "The parts did not come up within " + LIMIT.toMinutes() + " min; see " + directory);
            }
            pause();
        }
    }

    private static void mustNotHaveFailed(Process host, Path directory) {
        if (host != null && host.exitValue() != PartsHost.TAKEN) {
            throw new PartFailed(lastLine(directory.resolve(PartsHost.LOG)));
        }
    }

    private static Process startHost(Path directory, ProcessHandle owner) {
        try {
            return PartsHost.launch(directory, owner);
        } catch (IOException e) {
            throw new PartFailed("Can't start the parts in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static String lastLine(Path log) {
        try {
            return Files.readAllLines(log).getLast();
        } catch (IOException e) {
            return "The parts ended while they started; see " + log.getParent();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the parts started", e);
        }
    }
}
