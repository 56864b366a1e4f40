package jp.kakawari.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Lists as the sample world's municipalities send them. */
public final class TestLists {

    private TestLists() {}

    /** Sends a list in UTF-8 and answers the counts of its report. */
    public static Map<String, Integer> sync(String client, String municipality, String list) {
        return sync(client, municipality, list.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a list and answers the counts of its report. */
    public static Map<String, Integer> sync(String client, String municipality, byte[] list) {
        return report(client, municipality, list).getMap("progress");
    }

    /** Sends a list of memberships in UTF-8 and answers the counts of its report. */
    public static Map<String, Integer> syncMemberships(String client, String municipality, String list) {
        return sync("membership-syncs", client, municipality, list);
    }

    /** Sends a list of that kind in UTF-8 and answers the counts of its report. */
    public static Map<String, Integer> sync(String kind, String client, String municipality, String list) {
        return report(kind, client, municipality, list.getBytes(StandardCharsets.UTF_8))
                .getMap("progress");
    }

    /** Sends a ledger in UTF-8 and answers the counts of its report. */
    public static Map<String, Integer> syncEngagements(String client, String municipality, String list) {
        return report("engagement-syncs", client, municipality, list.getBytes(StandardCharsets.UTF_8))
                .getMap("progress");
    }

    /** Sends a list that wins over what others changed meanwhile. */
    public static Map<String, Integer> syncWinning(String client, String municipality, String list) {
        return report("supporter-syncs?onConflict=LIST", client, municipality, list.getBytes(StandardCharsets.UTF_8))
                .getMap("progress");
    }

    /** Sends a list and answers its report. */
    public static JsonPath report(String client, String municipality, byte[] list) {
        return report("supporter-syncs", client, municipality, list);
    }

    private static JsonPath report(String kind, String client, String municipality, byte[] list) {
        String location = TestApi.as(client)
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(list)
                .post("/v1/municipalities/" + municipality + "/" + kind)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        JsonPath job;
        do {
            job = TestApi.as(client)
                    .get(location.substring(location.indexOf("/v1/")))
                    .jsonPath();
            assertThat(System.nanoTime()).as(job.prettify()).isLessThan(deadline);
        } while (!job.getString("state").matches("DONE|FAILED"));
        assertThat(job.getString("state")).isEqualTo("DONE");
        return job;
    }
}
