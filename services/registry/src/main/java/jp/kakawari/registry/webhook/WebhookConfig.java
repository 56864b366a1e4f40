package jp.kakawari.registry.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set. */
@ConfigMapping(prefix = "kakawari.webhooks")
interface WebhookConfig {

    /** Whether this process sends. */
    @WithDefault("true")
    boolean send();

    /** Whether receivers may stand in private networks and speak http: for trials, never on the internet. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long a receiver may take to answer. */
    @WithDefault("15s")
    Duration answerWithin();

    /** Notices that are on their way to one receiver at once. */
    @WithDefault("32")
    int atOnce();

    /** How long the log of what was delivered, or given up, is kept. */
    @WithDefault("7d")
    Duration kept();
}
