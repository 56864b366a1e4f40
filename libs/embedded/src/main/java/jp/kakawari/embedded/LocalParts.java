package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * PostgreSQL, Kafka, Keycloak and a sink for mail as children of this JVM, started together. Ending them is the caller's duty:
 * {@link #close()}, at any time and from any thread, also a shutdown hook. Children of a launcher that was killed are ended
 * by the next start in the same directory.
 */
public final class LocalParts implements AutoCloseable {
    private final Settings settings;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final MailSink mail;

    public LocalParts(Settings settings) {
        this.settings = settings;
        this.postgres = new Postgres(settings);
        this.kafka = new Kafka(settings);
        this.keycloak = new Keycloak(settings);
        this.mail = new MailSink(settings);
    }

    /**
     * Returns when all of them answer.
     *
     * @param progress is told in one line what is going on; called from several threads
     * @throws PartFailed when one doesn't come up, in one line that names its log; nothing is left running then
     */
    public LocalParts start(Consumer<String> progress) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Files.createDirectories(settings.directory());
            var starts = new ExecutorCompletionService<Void>(threads);
            all().forEach(part -> starts.submit(() -> part.start(progress), null));
            for (int started = 0; started < all().size(); started++) {
                awaitNext(starts, threads);
            }
            return this;
        } catch (IOException e) {
            throw new PartFailed("Can't write to " + settings.directory() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Removes a directory that parts were started in, with all data; what a killed launcher left running in it is ended first.
     *
     * @throws PartFailed when something can't be removed
     */
    public static void forget(Path directory) {
        try {
            if (Files.exists(directory)) {
                Leftovers.endPartsIn(directory);
                Folders.delete(directory);
            }
        } catch (IOException e) {
            throw new PartFailed("Can't empty " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The database of that name, its service's user of that name and its owner; created when absent. */
    public Database database(String name) {
        return new Databases(settings.postgresPort()).named(name);
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String issuer() {
        return keycloak.issuer();
    }

    /** Where mail is taken; what came stands in {@link #mailbox()}. */
    public int smtpPort() {
        return settings.smtpPort();
    }

    /** The mail that came. */
    public Mailbox mailbox() {
        return new Mailbox(mail.folder());
    }

    Connection connection() {
        return new Connection(settings.postgresPort(), bootstrapServers(), issuer(), smtpPort(), mail.folder());
    }

    public Tokens tokens() {
        return new Tokens(issuer());
    }

    /** One of them, for those who crash it. */
    public enum Piece {
        POSTGRESQL,
        KAFKA,
        KEYCLOAK,
        MAIL
    }

    /** The running process of one of them. */
    public ProcessHandle process(Piece piece) {
        return all().get(piece.ordinal()).process();
    }

    /** Starts one that was ended from outside. */
    public void restart(Piece piece, Consumer<String> progress) {
        all().get(piece.ordinal()).start(progress);
    }

    /** What is in Kafka. */
    public Topics topics() {
        return new Topics(bootstrapServers());
    }

    /** Whether all of them still run. */
    public boolean areRunning() {
        return all().stream().allMatch(Part::isRunning);
    }

    /** Ends all of them, in order when the settings are durable; safe to call again. */
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all().forEach(part -> threads.execute(part::stop));
        }
    }

    private void awaitNext(ExecutorCompletionService<Void> starts, ExecutorService threads) {
        try {
            starts.take().get();
        } catch (ExecutionException e) {
            close();
            threads.shutdownNow();
            throw e.getCause() instanceof PartFailed failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            threads.shutdownNow();
            throw new IllegalStateException("Interrupted while the parts started", e);
        }
    }

    /** In the order of {@link Piece}. */
    private List<Part> all() {
        return List.of(postgres, kafka, keycloak, mail);
    }
}
