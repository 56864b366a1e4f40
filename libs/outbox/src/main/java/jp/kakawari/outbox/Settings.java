package jp.kakawari.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator may set; a service needs none of it. Connections to the broker are {@code kafka.*} settings. */
final class Settings {

    private Settings() {}

    @ConfigMapping(prefix = "kakawari.topics")
    interface Topics {

        /** Put before the name of every topic and group, so that installations can share a broker. */
        Optional<String> prefix();

        /** Partitions of a topic that has to be created. */
        @WithDefault("6")
        int partitions();
    }

    @ConfigMapping(prefix = "kakawari.outbox")
    interface Relaying {

        /** Whether this process may relay. */
        @WithDefault("true")
        boolean relay();

        /** Whether this process listens to its subscriptions. */
        @WithDefault("true")
        boolean listen();

        /** Events that are read, sent and deleted at once. */
        @WithDefault("5000")
        int batch();

        /** How often to look without having been notified, and how soon another replica takes over. */
        @WithDefault("500ms")
        Duration tick();
    }
}
