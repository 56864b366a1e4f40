package jp.kakawari.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.kakawari.embedded.Database;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.embedded.Part;
import jp.kakawari.embedded.PartFailed;
import jp.kakawari.embedded.Settings;

/** One of the four services as a process of its own, up when its readiness check says so. */
final class ServicePart extends Part {

    private final Service service;
    private final Path jar;
    private final int port;
    private final List<String> jvm;
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    ServicePart(
            Service service,
            Path root,
            int port,
            Settings settings,
            LocalParts parts,
            List<String> jvm,
            Map<String, String> more) {
        super(service.folder(), port, settings);
        this.service = service;
        this.jvm = jvm;
        this.port = port;
        this.jar = root.resolve("services/%s/target/quarkus-app/quarkus-run.jar".formatted(service.folder()))
                .toAbsolutePath();
        Database database = parts.database(service.database());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("QUARKUS_FLYWAY_USERNAME", database.owner());
        environment.put("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", parts.issuer());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", parts.bootstrapServers());
        environment.putAll(more);
    }

    static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }

    @Override
    protected void prepare(Consumer<String> progress) throws IOException {
        if (!Files.exists(jar)) {
            throw new PartFailed(service.folder() + " is not built: run deploy/local/up, or mvn package first");
        }
    }

    /** What is young has room to survive a collection: what a request or a chunk holds dies so. */
    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx%dm".formatted(service.heap()),
                "-Xmn%dm".formatted(service.heap() - service.kept()),
                "-XX:SurvivorRatio=5",
                "-XX:-UseAdaptiveSizePolicy",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvm);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-jar", jar.toString()));
        return command;
    }

    @Override
    protected Map<String, String> environment() {
        return environment;
    }

    @Override
    protected boolean isUp() {
        HttpRequest ready = HttpRequest.newBuilder(address(port).resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
