package jp.kakawari.matching.supporter;

import static jp.kakawari.matching.TestHelp.need;
import static jp.kakawari.matching.TestWorld.HIDA;
import static jp.kakawari.matching.TestWorld.KOSUGE;
import static jp.kakawari.matching.TestWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 100,000 supporters of one village: those whom a municipality may ask are read by an index, however many others there are. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ManySupportersTest {
    private static final Logger LOG = Logger.getLogger(ManySupportersTest.class);
    private static final String VILLAGE = "194425";
    private static final String TOWN = "212172";

    @Inject
    TestWorld world;

    @Inject
    Session database;

    @AfterEach
    void forget() {
        world.change("delete from supporter where body->>'channel' = 'many'");
    }

    @Test
    void the_best_of_a_hundred_thousand_are_read_by_an_index() {
        tie(VILLAGE, 100_000);
        tie(TOWN, 350);
        world.change("analyze supporter");
        assertThat(planFor(TOWN)).anyMatch(step -> step.contains("supporter_reachable_in"));
        LOG.infof(
                "best of 350: %d ms, of 100,000: %d ms",
                fastest(HIDA, TOWN).toMillis(), fastest(KOSUGE, VILLAGE).toMillis());
    }

    private Duration fastest(String client, String municipality) {
        UUID need = UUID.randomUUID();
        world.tell(need(need, municipality, TestWorld.MINAMIOGUNI_ID, "木工", "改修"));
        long nanos =
                IntStream.range(0, 5).mapToLong(time -> ask(client, need)).min().orElseThrow();
        return Duration.ofNanos(nanos);
    }

    private static long ask(String client, UUID need) {
        long start = System.nanoTime();
        as(client)
                .queryParam("limit", 20)
                .get("/v1/needs/{id}/supporters", need)
                .then()
                .statusCode(200)
                .body("items", hasSize(20));
        return System.nanoTime() - start;
    }

    private void tie(String municipality, int people) {
        world.change("""
                insert into supporter (id, revision, state, municipalities, reachable_in, body)
                select gen_random_uuid(), 1, 'ACTIVE', array['%1$s'], array['%1$s'], jsonb_build_object(
                    'channel', 'many', 'prefecture', lpad((i %% 47 + 1)::text, 2, '0'), 'mode', 'ONSITE',
                    'interests', jsonb_build_array('里山', '関心' || i %% 500),
                    'skills', jsonb_build_array('特技' || i %% 5000, (array['木工', '翻訳', '空き家の改修'])[i %% 3 + 1]),
                    'ties', jsonb_build_array(jsonb_build_object('municipality', '%1$s', 'stage', 'WARM',
                        'resident', false, 'mailConsent', true)))
                from generate_series(1, %2$d) i
                """.formatted(municipality, people));
    }

    /** Of the statement that the service makes, not of one like it. */
    private List<String> planFor(String municipality) {
        return database.createNativeQuery("explain " + Supporters.REACHABLE, String.class)
                .setParameter("municipality", municipality)
                .setParameter("own", true)
                .setParameter("organization", UUID.randomUUID())
                .getResultList();
    }
}
