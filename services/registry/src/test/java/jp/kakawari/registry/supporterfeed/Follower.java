package jp.kakawari.registry.supporterfeed;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.registry.TestApi;

/** A municipality's system that keeps a copy of its supporters, and notices any disorder. */
final class Follower {

    private final String client;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private BigInteger last = BigInteger.valueOf(-1);
    private String next;

    Follower(String client, String municipality, int limit) {
        this.client = client;
        this.next = "/v1/municipalities/" + municipality + "/supporter-feed?limit=" + limit;
    }

    /** What is known of each supporter: {@code updated <revision>} or {@code deleted}. */
    Map<String, String> seen() {
        return seen;
    }

    String next() {
        return next;
    }

    /** Reads on until an empty page. */
    void catchUp() {
        int read;
        do {
            read = page();
        } while (read > 0);
    }

    int page() {
        JsonPath page = TestApi.as(client)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Map<String, Object>> items = page.getList("items");
        items.forEach(this::take);
        String following = page.getString("next");
        assertThat(following.equals(next) || following.endsWith(next)).isEqualTo(items.isEmpty());
        next = following;
        return items.size();
    }

    private void take(Map<String, Object> item) {
        String id = (String) item.get("id");
        BigInteger place = new BigInteger(item.get("modified").toString())
                .shiftLeft(128)
                .add(new BigInteger(id.replace("-", ""), 16));
        assertThat(place).isGreaterThan(last);
        last = place;
        assertThat(item).containsEntry("kind", "Supporter");
        if ("deleted".equals(item.get("state"))) {
            assertThat(item).doesNotContainKey("data");
            seen.put(id, "deleted");
            return;
        }
        long revision = ((Number) ((Map<?, ?>) item.get("data")).get("revision")).longValue();
        assertThat(revision).isGreaterThanOrEqualTo(revisions.getOrDefault(id, 0L));
        revisions.put(id, revision);
        seen.put(id, item.get("state") + " " + revision);
    }
}
