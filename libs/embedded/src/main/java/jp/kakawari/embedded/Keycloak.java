package jp.kakawari.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keycloak from its distribution, with the realm of deploy/keycloak in an H2 file of its own. */
final class Keycloak extends Part {
    private static final String REALM = "kakawari-realm.json";
    private static final String WAITING = """
                  "enabled": false,
                  "secret": "${%s}",
            """;
    private static final Map<String, String> SECRETS =
            Map.of("PLATFORM_OPERATOR_SECRET", "platform-operator-secret", "REGISTRY_SECRET", "registry-secret");
    private static final String DATABASE = "keycloak.mv.db";

    // Classes as the import saw them, mapped by later starts: a fifth of their work less.
    private static final String CLASSES = "classes.jsa";

    private Path home;
    private Path imported;

    Keycloak(Settings settings) {
        super("Keycloak", settings.keycloakPort(), settings);
    }

    String issuer() {
        return "http://localhost:" + settings.keycloakPort() + "/realms/kakawari";
    }

    @Override
    protected void prepare(Consumer<String> progress) throws IOException {
        var cache = new Cache(settings.cache());
        home = cache.once("keycloak-" + Repository.version("keycloak"), folder -> {
            progress.accept("Unpacking and building Keycloak, once (about 20 s)");
            Cache.unpackZip(Repository.keycloakDistribution(), folder);
            run(java(folder, List.of(), List.of("build", "--db=dev-file")));
        });
        var realm = realm();
        imported = cache.once("realm-" + Repository.version("keycloak") + "-" + digest(realm), folder -> {
            progress.accept("Importing the realm kakawari, once (about 15 s)");
            var file = Files.writeString(folder.resolve(REALM), realm);
            var remember = List.of("-XX:ArchiveClassesAtExit=" + folder.resolve(CLASSES), "-Xlog:cds=error");
            run(java(home, remember, List.of("import", "--optimized", "--file", file.toString(), database(folder))));
        });
        if (!Files.exists(data().resolve(DATABASE))) {
            Files.createDirectories(data());
            Files.copy(imported.resolve(DATABASE), data().resolve(DATABASE));
        }
    }

    /** The realm for this machine only: here operator and registry may act, with secrets like those of the sample clients. */
    private static String realm() {
        var realm = Repository.resource(REALM);
        for (var secret : SECRETS.entrySet()) {
            var waiting = WAITING.formatted(secret.getKey());
            if (!realm.contains(waiting)) {
                throw new IllegalStateException("nobody waits for " + secret.getKey() + " in " + REALM);
            }
            var placeholder = "${" + secret.getKey() + "}";
            realm = realm.replace(waiting, waiting.replace("false", "true").replace(placeholder, secret.getValue()));
        }
        return realm;
    }

    @Override
    protected List<String> command() {
        var port = settings.keycloakPort();
        return java(
                home,
                List.of("-XX:SharedArchiveFile=" + imported.resolve(CLASSES), "-Xlog:cds=off"),
                List.of(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + port,
                        database(data())));
    }

    @Override
    protected boolean isUp() {
        if (!Ports.answers(settings.keycloakPort())) {
            return false;
        }
        try {
            var url = URI.create(issuer() + "/.well-known/openid-configuration").toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String database(Path folder) {
        var file = folder.resolve(DATABASE.replace(".mv.db", ""));
        return "--db-url=jdbc:h2:file:" + file + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** What bin/kc.sh would run, without the shell between us and the process. */
    private List<String> java(Path home, List<String> more, List<String> arguments) {
        var options = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MetaspaceSize=96m",
                "-XX:MaxMetaspaceSize=256m",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en",
                "--enable-native-access=ALL-UNNAMED"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            options.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        if (!settings.durable()) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.addAll(more);
        var main = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
        return Java.command(home.resolve("lib/quarkus-run.jar").toString(), options, main, arguments);
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
