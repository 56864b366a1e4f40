package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A part of the platform: a child process with its log and its pid file, that comes up and stops. */
public abstract class Part {
    private static final Duration UP = Duration.ofSeconds(120);
    private static final Duration DOWN = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final long DISK_NEEDED = 512L << 20;

    protected final Settings settings;
    private final Path log;
    private final String name;
    private final int port;
    private final PidFile pidFile;
    private volatile ProcessHandle process;
    private volatile Process tool;
    private volatile boolean stopping;

    protected Part(String name, int port, Settings settings) {
        this.name = name;
        this.port = port;
        this.settings = settings;
        this.log = log(settings.directory(), name);
        this.pidFile = new PidFile(settings.directory().resolve(id() + ".pid"));
    }

    /** Makes programs and data ready; called before each start. */
    protected abstract void prepare(Consumer<String> progress) throws IOException;

    protected abstract List<String> command();

    /** What its environment holds besides this JVM's: for what must not stand in a command line. */
    protected Map<String, String> environment() {
        return Map.of();
    }

    protected abstract boolean isUp();

    /** Asks for an orderly end and may return before it. */
    void ask(ProcessHandle running) {
        running.destroy();
    }

    String id() {
        return id(name);
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Where the part of that name logs. */
    static Path log(Path directory, String name) {
        return directory.resolve("logs").resolve(id(name) + ".log");
    }

    protected final Path data() {
        return settings.directory().resolve(id());
    }

    /** Returns when the part answers; throws {@link PartFailed} when it doesn't. */
    public final void start(Consumer<String> progress) {
        var since = Instant.now();
        try {
            Files.createDirectories(log.getParent());
            pidFile.process().ifPresent(this::end);
            Ports.mustBeFree(name, port);
            mustHaveRoom(settings.directory(), name, DISK_NEEDED);
            prepare(progress);
            launch();
            awaitUp();
        } catch (IOException e) {
            throw failed("could not start: " + e.getMessage());
        }
        var took = Duration.between(since, Instant.now());
        progress.accept("%s is up on port %d (%.1f s)".formatted(name, port, took.toMillis() / 1000.0));
    }

    /** The running process, for those who measure or crash it. */
    public final ProcessHandle process() {
        return process;
    }

    public final boolean isRunning() {
        return process != null && PidFile.isRunning(process);
    }

    /** Ends the part: in order when its data matter, at once when they don't. */
    public final void stop() {
        synchronized (this) {
            stopping = true;
        }
        if (tool != null) {
            tool.destroyForcibly();
        }
        if (process != null) {
            end(process);
        }
        pidFile.delete();
    }

    /** Runs one of the part's tools to its end. */
    final void run(List<String> command) throws IOException {
        try {
            synchronized (this) {
                mustNotStop();
                tool = spawn(command);
            }
            var exit = tool.waitFor();
            if (exit != 0) {
                throw failed("could not be prepared (exit code " + exit + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted while it started");
        }
    }

    private synchronized void launch() throws IOException {
        mustNotStop();
        process = spawn(command()).toHandle();
        pidFile.write(process);
    }

    private void mustNotStop() {
        if (stopping || Thread.currentThread().isInterrupted()) {
            throw failed("was stopped while it started");
        }
    }

    /** What went wrong, in one line that names the part and its log. */
    protected final PartFailed failed(String what) {
        var full = settings.directory().toFile().getUsableSpace() < DISK_NEEDED / 16;
        return new PartFailed(name + " " + what + (full ? "; the disk is full" : "") + "; see " + log);
    }

    /** A child in a session of its own, writing to the log. */
    final Process spawn(List<String> command) throws IOException {
        var builder = new ProcessBuilder(Session.own(command));
        builder.environment().putAll(environment());
        return builder.directory(settings.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
    }

    private void awaitUp() {
        var limit = Instant.now().plus(UP);
        while (!isUp()) {
            mustNotStop();
            if (!isRunning()) {
                throw failed("ended while it started");
            }
            if (Instant.now().isAfter(limit)) {
                throw failed("did not come up within " + UP.toSeconds() + " s");
            }
            hasEnded(process, PAUSE);
        }
    }

    private void end(ProcessHandle running) {
        if (settings.durable()) {
            ask(running);
            if (hasEnded(running, DOWN)) {
                return;
            }
        }
        running.destroyForcibly();
        hasEnded(running, DOWN);
    }

    private static boolean hasEnded(ProcessHandle running, Duration limit) {
        try {
            running.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void mustHaveRoom(Path directory, String name, long bytes) {
        var free = directory.toFile().getUsableSpace();
        if (free < bytes) {
            throw new PartFailed("The disk of %s is full: %s needs %d MB, %d MB are free"
                    .formatted(directory, name, bytes >> 20, free >> 20));
        }
    }
}
