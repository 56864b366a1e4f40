package jp.kakawari.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether the relay and all inboxes still run. An outage of the broker or the database is none of their illness: they
 * wait for its end, and a restart would not help.
 */
@Liveness
@ApplicationScoped
class MessagingHealth implements HealthCheck {

    private final Messaging messaging;

    MessagingHealth(Messaging messaging) {
        this.messaging = messaging;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> dead = messaging.dead();
        var response = HealthCheckResponse.named("outbox").status(dead.isEmpty());
        return (dead.isEmpty() ? response : response.withData("ended", String.join(", ", dead))).build();
    }
}
