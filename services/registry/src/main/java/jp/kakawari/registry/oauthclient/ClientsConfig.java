package jp.kakawari.registry.oauthclient;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the registry makes members' clients at the identity provider (Keycloak). */
@ConfigMapping(prefix = "kakawari.clients")
interface ClientsConfig {

    /** The realm's issuer; its administration is beside it, under {@code /admin/realms/}. */
    @WithDefault("${quarkus.oidc.auth-server-url}")
    String issuer();

    /** The registry's own client there, which may manage clients and nothing else. */
    @WithDefault("registry")
    String id();

    /** Its secret; without one, clients stay wanted and nobody makes them. */
    Optional<String> secret();

    /** How often it is looked for what is wanted; {@code off} for never. */
    @WithDefault("5s")
    String followedEvery();

    /** How long the identity provider may take to answer. */
    @WithDefault("10s")
    Duration answerWithin();
}
