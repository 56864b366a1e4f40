package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * The process behind {@link Parts#shared()}: starts the parts, writes how to reach them to {@code DIR/parts.properties},
 * and ends them and removes its files as soon as its owner or one of them is gone. {@code DIR/host.pid} exists for as
 * long as anything of it may run; after a failed start {@code DIR/host.log} and {@code DIR/logs} remain.
 *
 * <p>By hand: {@code java -cp … jp.kakawari.embedded.PartsHost --dir DIR --owner PID}
 */
final class PartsHost {
    /** Exit code of a host that finds its directory taken. */
    static final int TAKEN = 75;

    static final String HOST_PID = "host.pid";
    static final String LOCK = "host.lock";
    static final String LOG = "host.log";

    private final Path directory;
    private final PidFile pid;
    private final LocalParts parts;
    private volatile boolean cameUp;

    private PartsHost(Path directory) {
        this.directory = directory;
        this.pid = new PidFile(directory.resolve(HOST_PID));
        this.parts = new LocalParts(Settings.forTests(directory));
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(option(arguments, "--dir")).toAbsolutePath().normalize();
        var owner = ProcessHandle.of(Long.parseLong(option(arguments, "--owner")));
        if (owner.isEmpty()) {
            System.out.println("The owner " + option(arguments, "--owner") + " is not running");
            System.exit(1);
        }
        Files.createDirectories(directory);
        try (var channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            System.exit(channel.tryLock() == null ? TAKEN : new PartsHost(directory).serve(owner.get()));
        }
    }

    /** Starts a host that outlives this JVM and this terminal. */
    static Process launch(Path directory, ProcessHandle owner) throws IOException {
        Files.createDirectories(directory);
        var command = Java.command(
                Repository.classPath(),
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"),
                PartsHost.class.getName(),
                List.of("--dir", directory.toString(), "--owner", Long.toString(owner.pid())));
        return new ProcessBuilder(Session.own(command))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.resolve(LOG).toFile()))
                .start();
    }

    private int serve(ProcessHandle owner) throws Exception {
        Connection.withdraw(directory);
        Leftovers.endPartsIn(directory);
        pid.write(ProcessHandle.current());
        Leftovers.sweepBeside(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        Thread.ofVirtual().start(() -> exitWith(owner));
        try {
            parts.start(System.out::println).connection().write(directory);
            cameUp = true;
        } catch (PartFailed e) {
            System.out.println(e.getMessage());
            return 1;
        }
        while (parts.areRunning()) {
            Thread.sleep(250);
        }
        return 1;
    }

    private static void exitWith(ProcessHandle owner) {
        var start = PidFile.startOf(owner);
        try {
            while (PidFile.find(owner.pid(), start).isPresent()) {
                Thread.sleep(250);
            }
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            Connection.withdraw(directory);
            parts.close();
            Folders.deleteContents(directory, cameUp ? Set.of(HOST_PID) : Set.of(HOST_PID, LOCK, LOG, "logs"));
        } catch (IOException e) {
            System.out.println("Can't remove the files in " + directory + ": " + e.getMessage());
        } finally {
            pid.delete();
            directory.toFile().delete();
        }
    }

    private static String option(String[] arguments, String name) {
        var place = List.of(arguments).indexOf(name);
        if (place < 0 || place + 1 == arguments.length) {
            System.out.println("Usage: PartsHost --dir DIR --owner PID");
            System.exit(2);
        }
        return arguments[place + 1];
    }
}
