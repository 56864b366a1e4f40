package jp.kakawari.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import jp.kakawari.embedded.Database;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.embedded.PartFailed;
import jp.kakawari.embedded.Settings;
import jp.kakawari.embedded.Tokens;

/** The running platform: PostgreSQL, Kafka, Keycloak, a sink for mail and the four services as processes of this machine. */
public final class Platform implements AutoCloseable {

    /** Starts in half the time; a service that runs for days is better off without it. */
    private static final List<String> STARTS_FAST = List.of("-XX:TieredStopAtLevel=1");

    private final LocalParts parts;
    private final Map<Service, ServicePart> services = new EnumMap<>(Service.class);
    private final Tokens tokens;
    private final Ports ports;

    private Platform(Path root, Path home, Ports ports, LocalParts parts, Set<Service> which, List<String> jvm)
            throws IOException {
        this.parts = parts;
        this.ports = ports;
        this.tokens = parts.tokens();
        Settings settings = settings(home, ports);
        for (Service service : which) {
            Map<String, String> more = service == Service.REGISTRY ? registry(home) : Map.of();
            services.put(service, new ServicePart(service, root, ports.of(service), settings, parts, jvm, more));
        }
    }

    /**
     * Starts everything and returns when all of it answers.
     *
     * @param root the checkout, with the services built
     * @param home where data, logs and pid files live
     * @param progress is told in one line what came up
     * @throws PartFailed when something doesn't come up, in one line that names its log; nothing is left running then
     */
    public static Platform start(Path root, Path home, Ports ports, Consumer<String> progress) {
        return start(root, home, ports, EnumSet.allOf(Service.class), STARTS_FAST, progress);
    }

    /** Starts only some of the services, with options for their JVMs. */
    public static Platform start(
            Path root, Path home, Ports ports, Set<Service> which, List<String> jvm, Consumer<String> progress) {
        LocalParts parts = new LocalParts(settings(home, ports));
        Platform platform = null;
        try {
            parts.start(progress);
            platform = new Platform(root, home, ports, parts, which, jvm);
            platform.startServices(progress);
            return platform;
        } catch (IOException unwritable) {
            parts.close();
            throw new IllegalStateException("Can't write to " + home + ": " + unwritable.getMessage(), unwritable);
        } catch (RuntimeException failed) {
            if (platform != null) {
                platform.close();
            }
            parts.close();
            throw failed;
        }
    }

    public Addresses at() {
        return new Addresses(
                address(Service.REGISTRY),
                address(Service.CATALOG),
                address(Service.MATCHING),
                address(Service.KPI),
                URI.create(parts.issuer()));
    }

    /** Where a service listens. */
    public URI address(Service service) {
        return ServicePart.address(ports.of(service));
    }

    /** The database of a service, for those who look at what stands in it. */
    public Database database(Service service) {
        return parts.database(service.database());
    }

    /** Ends a service in order; it can be restarted. */
    public void stop(Service service) {
        ProcessHandle process = process(service);
        process.destroy();
        process.onExit().join();
    }

    public Tokens tokens() {
        return tokens;
    }

    /** PostgreSQL, Kafka, Keycloak and the sink for mail, for those who crash them. */
    public LocalParts parts() {
        return parts;
    }

    /** The running process of a service, for those who measure or crash it. */
    public ProcessHandle process(Service service) {
        return services.get(service).process();
    }

    /** Starts a service that was ended from outside. */
    public void restart(Service service, Consumer<String> progress) {
        services.get(service).start(progress);
    }

    /** The name of something that has stopped by itself, or null while all runs. */
    String missing() {
        if (!parts.areRunning()) {
            return "PostgreSQL, Kafka, Keycloak or the sink for mail";
        }
        return services.entrySet().stream()
                .filter(entry -> !entry.getValue().isRunning())
                .map(entry -> entry.getKey().folder())
                .findFirst()
                .orElse(null);
    }

    /** Stops everything, the services before what they stand on; safe to call again. */
    @Override
    public void close() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.values().forEach(service -> threads.execute(service::stop));
        }
        parts.close();
    }

    private void startServices(Consumer<String> progress) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            services.values().forEach(service -> starts.add(threads.submit(() -> service.start(progress))));
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof PartFailed part ? part : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the services started", stopped);
        }
    }

    /** Its keys; mail goes to the sink; and who tries webhooks has a receiver on this machine. */
    private Map<String, String> registry(Path home) throws IOException {
        Map<String, String> settings = new HashMap<>(Keys.in(home.resolve("keys")));
        settings.put("KAKAWARI_WEBHOOKS_ALLOW_PRIVATE", "true");
        settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        settings.put("QUARKUS_MAILER_PORT", Integer.toString(parts.smtpPort()));
        settings.put("KAKAWARI_MAIL_WITHIN", "5s");
        settings.put("KAKAWARI_MAIL_LINKS_AT", address(Service.REGISTRY).toString());
        return settings;
    }

    private static Settings settings(Path home, Ports ports) {
        return Settings.durable(home, ports.postgres(), ports.kafka(), ports.keycloak(), ports.smtp());
    }
}
