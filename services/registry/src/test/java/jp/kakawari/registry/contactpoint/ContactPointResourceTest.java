package jp.kakawari.registry.contactpoint;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestMembers.desk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ContactPointResourceTest {

    @Inject
    Traces traces;

    @Test
    void a_desk_stands_far_from_the_town_that_it_serves_and_its_referrals_are_counted() {
        String id = post("hida", "/v1/contact-points", desk("飛騨市関係案内所", "231002", "\"DUAL_RESIDENCE\", \"RELATION\""))
                .then()
                .statusCode(201)
                .body("government", equalTo("212172"))
                .body("targets", contains("RELATION", "DUAL_RESIDENCE"))
                .extract()
                .path("id");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("hida")
                    .header("Idempotency-Key", key)
                    .body("{\"referredOn\": \"2026-11-03\", \"people\": 2}")
                    .post("/v1/contact-points/" + id + "/referrals")
                    .then()
                    .statusCode(200)
                    .body("referred", equalTo(2));
        }
        post("hida", "/v1/contact-points/" + id + "/referrals", "{\"referredOn\": \"2026-11-04\", \"people\": 3}");
        post("kosuge", "/v1/contact-points/" + id + "/referrals", "{\"referredOn\": \"2026-11-04\", \"people\": 3}")
                .then()
                .statusCode(403);
        anonymously()
                .get("/v1/contact-points?government=212172&location=231002&target=RELATION&kind=GUIDE_DESK&count=true")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.referred", equalTo(5));
        anonymously()
                .get("/v1/contact-points?government=212172&target=MIGRATION")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void what_was_recorded_by_mistake_is_taken_back_and_stays_in_the_list() throws Exception {
        String id = desk("hida");
        String referrals = "/v1/contact-points/" + id + "/referrals";
        for (int people : List.of(2, 300)) {
            post("hida", referrals, "{\"referredOn\": \"2026-11-03\", \"people\": %d}".formatted(people))
                    .then()
                    .statusCode(200);
        }
        as("gifu").get(referrals).then().statusCode(403);
        String wrong = as("hida")
                .get(referrals + "?count=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("items.people", contains(300, 2))
                .body("items[0].allowedActions", contains("withdraw"))
                .extract()
                .path("items[0].id");
        String withdrawal = referrals + "/" + wrong + "/withdrawal";
        post("hida", withdrawal, "{}").then().statusCode(422);
        post("gifu", withdrawal, "{\"reason\": \"誤り\"}").then().statusCode(403);
        post("hida", withdrawal, "{\"reason\": \"3の誤り\"}")
                .then()
                .statusCode(200)
                .body("allowedActions", empty())
                .body("withdrawnBecause", equalTo("3の誤り"));
        assertThat(traces.query(
                        "select withdrawn_by_subject from contact_point_referral where id = '%s'".formatted(wrong)))
                .as("who took it back")
                .doesNotContain("")
                .doesNotContainNull()
                .hasSize(1);
        post("hida", withdrawal, "{\"reason\": \"もう一度\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("referral-withdrawn"));
        anonymously().get("/v1/contact-points/" + id).then().body("referred", equalTo(2));
        as("hida").get(referrals).then().body("items.people", contains(300, 2));
    }

    @Test
    void only_whom_it_serves_states_it_anew() {
        String id = post("gifu", "/v1/contact-points", desk("岐阜県の窓口", "131016", "\"MIGRATION\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/v1/contact-points/" + id;
        String body = desk("岐阜県の窓口 東京", "131016", "\"MIGRATION\"");
        as("gifu").body(body).put(path).then().statusCode(428);
        as("hida").header("If-Match", "\"1\"").body(body).put(path).then().statusCode(403);
        as("gifu")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        anonymously().get(path).then().body("name", equalTo("岐阜県の窓口 東京"));
        post("gifu", "/v1/contact-points", desk("どこにもない窓口", "210005", "\"MIGRATION\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/location"));
        post("gifu", "/v1/contact-points", desk("誰のでもない窓口", "131016", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/targets"));
        post("gifu", path + "/referrals", "{\"referredOn\": \"2999-01-01\", \"people\": 3}")
                .then()
                .statusCode(422);
    }
}
