package jp.kakawari.registry.sync;

import static jp.kakawari.registry.sync.ListSender.HIDA;
import static jp.kakawari.registry.sync.ListSender.KOSUGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Lists of different municipalities are taken at the same time, as many as a replica may. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncsSideBySideTest {

    private static final String LIST = "会員番号,氏名\nSB-1,清水\n";

    @Inject
    Arrivals arrivals;

    @Inject
    SyncConfig config;

    @Test
    void no_town_waits_for_the_list_of_another() {
        try (Arrival _ = arrivals.of(KOSUGE, LIST)) {
            assertThat(HIDA.sync(LIST)).containsEntry("state", "DONE");
            KOSUGE.send(LIST, "dryRun=true").then().statusCode(409).body("code", equalTo("sync-running"));
        }
        assertThat(KOSUGE.sync(LIST)).containsEntry("state", "DONE");
    }

    @Test
    void one_list_too_many_is_asked_to_come_again() {
        Deque<Arrival> held = new ArrayDeque<>();
        try {
            while (held.size() <= config.atOnce()) {
                held.push(arrivals.of(new ListSender(null, "0110%02d".formatted(held.size())), LIST));
            }
        } catch (TooManySyncs expected) {
            HIDA.send(LIST, "dryRun=true").then().statusCode(503).body("code", equalTo("too-many-syncs"));
        } finally {
            held.forEach(Arrival::close);
        }
        assertThat(held).isNotEmpty().hasSizeLessThanOrEqualTo(config.atOnce());
        assertThat(HIDA.sync(LIST)).containsEntry("state", "DONE");
    }
}
