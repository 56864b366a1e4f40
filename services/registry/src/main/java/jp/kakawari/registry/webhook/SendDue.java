package jp.kakawari.registry.webhook;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.kakawari.registry.webhook.Due.Outcome;

/**
 * Sends what is due (配信), as long as the service runs. To each receiver only so many are on their way at once, and none
 * waits for another receiver's answer. Whatever is on its way when the process dies is due again after a while.
 */
@ApplicationScoped
class SendDue {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final DueDeliveries due;
    private final PostNotice posting;
    private final WebhookConfig config;
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final Map<UUID, Integer> onTheirWay = new HashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private Thread loop;

    SendDue(DueDeliveries due, PostNotice posting, WebhookConfig config) {
        this.due = due;
        this.posting = posting;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.send()) {
            loop = Thread.ofPlatform().name("webhooks").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        senders.shutdownNow();
        if (loop != null) {
            loop.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (!send()) {
                    await(TICK);
                }
            } catch (SQLException | RuntimeException trouble) {
                Log.warnf("Webhooks wait for the database: %s", trouble);
                await(BACK_OFF);
            }
        }
    }

    /** Notes what came back and sends what is due; whether there was anything. */
    private boolean send() throws SQLException {
        List<Outcome> back = new ArrayList<>();
        outcomes.drainTo(back);
        if (!back.isEmpty()) {
            back.forEach(outcome -> onTheirWay.merge(outcome.due().webhook(), -1, Integer::sum));
            onTheirWay.values().removeIf(count -> count == 0);
            due.note(back);
        }
        List<Due> taken = due.take(config.atOnce(), onTheirWay);
        taken.forEach(one -> {
            onTheirWay.merge(one.webhook(), 1, Integer::sum);
            senders.submit(() -> outcomes.add(posting.post(one)));
        });
        return !back.isEmpty() || !taken.isEmpty();
    }

    /** Until something comes back, at most so long. */
    private void await(Duration atMost) {
        try {
            Outcome first = outcomes.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                outcomes.add(first);
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }
}
