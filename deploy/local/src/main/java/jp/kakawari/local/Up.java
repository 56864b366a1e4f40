package jp.kakawari.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.embedded.PartFailed;

/**
 * {@code deploy/local/up}: starts the platform, fills it with the sample world, does the main job and tells it as a
 * story, then stays up until Ctrl-C.
 */
public final class Up {

    private static final Path HOME = Path.of(".kakawari", "local");
    private static final Path LOCK = Path.of(".kakawari", "local.lock");

    private final Console console = new Console(System.out);
    private final Options options;
    private Platform platform;
    private FileChannel lock;

    private Up(Options options) {
        this.options = options;
    }

    /** What the command line asks for. */
    private record Options(boolean fresh, boolean once) {

        static Options of(String[] arguments) {
            List<String> unknown = Stream.of(arguments)
                    .filter(argument -> !List.of("--fresh", "--once").contains(argument))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("%s is not an option; there are --fresh (start empty) and --once"
                                .formatted(String.join(" ", unknown))
                        + " (tell the story and exit)");
            }
            List<String> given = List.of(arguments);
            return new Options(given.contains("--fresh"), given.contains("--once"));
        }
    }

    public static void main(String[] arguments) {
        int result;
        try {
            result = new Up(Options.of(arguments)).run();
        } catch (PartFailed | IllegalArgumentException clear) {
            System.err.println("\n" + clear.getMessage());
            result = 1;
        } catch (Exception unexpected) {
            System.err.println(
                    "\nThe main job stopped: " + unexpected.getMessage() + "; the logs are in " + HOME.resolve("logs"));
            result = 1;
        }
        System.exit(result);
    }

    private int run() throws Exception {
        long start = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop the platform"));
        beAlone();
        if (options.fresh()) {
            LocalParts.forget(HOME);
        }
        console.say(
                "Starting PostgreSQL, Kafka, Keycloak, a sink for mail and the four services (data and logs in %s)",
                HOME);
        start();
        new Story(platform.at(), new Actors(platform.tokens()), console).tell();
        List<String> differences = console.differences();
        console.say("");
        console.say(
                differences.isEmpty()
                        ? "All figures as expected, after %.0f s."
                        : "These figures differ, after %.0f s:",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
        differences.forEach(console::say);
        if (!options.once()) {
            new Guide(platform.at(), console).print();
            stay();
        }
        return differences.isEmpty() ? 0 : 1;
    }

    /** Takes the lock that this process holds to its end, so that a second start doesn't take the first one's parts away. */
    private void beAlone() throws IOException {
        Files.createDirectories(LOCK.getParent());
        lock = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IllegalArgumentException(
                    "The platform is up already in " + HOME + ": stop that deploy/local/up with Ctrl-C first");
        }
    }

    private synchronized void start() {
        platform = Platform.start(Path.of(""), HOME, Ports.of(System.getenv()), line -> console.say("  " + line));
    }

    private synchronized void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    /** Waits for Ctrl-C; returns with an exception when a part stops by itself. */
    private void stay() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(2, TimeUnit.SECONDS)) {
            String missing = platform.missing();
            if (missing != null) {
                throw new IllegalStateException(missing + " has stopped");
            }
        }
    }
}
