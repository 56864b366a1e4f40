package jp.kakawari.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus test a fresh database, topics of its own, the shared Keycloak and sink for mail. Classes that name it alike share one
 * application and one database; {@code scope = RESTRICTED_TO_CLASS} gives a class its own, at the price of a restart.
 */
public final class PartsResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var parts = Parts.shared();
        var database = parts.newDatabase("test");
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.username", database.user()),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("quarkus.flyway.username", database.owner()),
                Map.entry("quarkus.flyway.password", database.ownerPassword()),
                Map.entry("kafka.bootstrap.servers", parts.bootstrapServers()),
                Map.entry("kakawari.topics.prefix", parts.newTopicPrefix()),
                Map.entry("kakawari.topics.partitions", "2"),
                Map.entry("quarkus.oidc.auth-server-url", parts.issuer()),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", Integer.toString(parts.smtpPort())),
                Map.entry("quarkus.http.test-port", "0"));
    }

    @Override
    public void stop() {
        // The parts end with the run, and the database with them.
    }
}
