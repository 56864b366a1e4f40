package jp.kakawari.registry.opinion;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OpinionTest {

    private static final String TOWN = "/v1/municipalities/" + KASHIWAZAKI;
    private static final String SECRET = "空き家に図書室を開きたいです";

    @Inject
    Traces traces;

    @Test
    void a_member_is_heard_and_answered_and_sees_who_read_it() throws Exception {
        String scheme = scheme("op-heard");
        topic("op-heard-topic", "2026-04-01", null);
        UUID member = member(scheme);
        Response posted = opinion(scheme, member, "op-heard-topic");
        posted.then().statusCode(201).body("state", equalTo("POSTED")).body("allowedActions", empty());
        String id = posted.path("id");
        String list = TOWN + "/opinions?scheme=" + scheme + "&topic=op-heard-topic&count=true";
        as("kashiwazaki")
                .get(list)
                .then()
                .body("items.text", contains(SECRET))
                .body("count", equalTo(1))
                .body("items[0].allowedActions", contains("answer"));
        post("kashiwazaki", TOWN + "/opinions/" + id + "/answer", "{\"text\": \"検討します。\"}")
                .then()
                .statusCode(200)
                .body("answer", equalTo("検討します。"));
        as("kashiwazaki")
                .get(TOWN + "/opinions?state=POSTED&topic=op-heard-topic")
                .then()
                .body("items", hasSize(0));
        assertThat(traces.query("select count(*)::text from personal_read where purpose = 'OPINION' and supporter = '"
                        + member + "'"))
                .containsExactly("2");
        assertThat(traces.rows()).noneMatch(row -> row.contains(SECRET) || row.contains("検討します"));
        as("hida").get(TOWN + "/opinions/" + id).then().statusCode(403);

        as("sample-partner")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + member)
                .then()
                .statusCode(204);
        as("kashiwazaki").get(TOWN + "/opinions/" + id).then().statusCode(404);
    }

    @Test
    void nobody_else_is_heard_and_no_topic_that_is_not_open() {
        String scheme = scheme("op-closed");
        topic("op-open", "2026-04-01", null);
        topic("op-over", "2020-04-01", "2020-05-01");
        topic("op-later", "2099-04-01", null);
        UUID member = member(scheme);
        UUID stranger = register("sample-partner", somebody("stranger", KASHIWAZAKI));
        opinion(scheme, stranger, "op-open").then().statusCode(403).body("code", equalTo("not-a-member"));
        asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"topic\": \"op-open\", \"text\": \"x\"}")
                .post("/v1/schemes/" + scheme + "/opinions")
                .then()
                .statusCode(403);
        for (String topic : new String[] {"op-over", "op-later", "op-none"}) {
            opinion(scheme, member, topic).then().statusCode(422).body("errors[0].pointer", equalTo("/topic"));
        }
        post("other-partner", "/v1/schemes/" + scheme + "/opinions", body(member, "op-open"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/supporter"));
        anonymously().get(TOWN + "/opinion-topics?limit=200").then().body("items.code", hasItem("op-over"));
        as("kashiwazaki")
                .body("{\"title\": \"別の題\", \"opensOn\": \"2026-04-01\"}")
                .put(TOWN + "/opinion-topics/op-open")
                .then()
                .statusCode(428);
    }

    @Test
    void of_two_who_begin_a_topic_at_once_one_does() throws Exception {
        String topic = TOWN + "/opinion-topics/op-" + UUID.randomUUID();
        String body = "{\"title\": \"空き家\", \"opensOn\": \"2026-04-01\"}";
        assertThat(atOnce(4, () -> as("kashiwazaki").body(body).put(topic)))
                .containsOnlyOnce(200)
                .isSubsetOf(200, 409, 428);
    }

    private static String scheme(String code) {
        TestSchemes.open("kashiwazaki", code, code, KASHIWAZAKI);
        return code;
    }

    private static UUID member(String scheme) {
        UUID member = register("sample-partner", somebody("member-of-" + scheme, KASHIWAZAKI));
        post("sample-partner", "/v1/schemes/" + scheme + "/memberships", "{\"supporter\": \"" + member + "\"}")
                .then()
                .statusCode(201);
        return member;
    }

    private static void topic(String code, String opens, String closes) {
        as("kashiwazaki")
                .body("{\"title\": \"空き家\", \"opensOn\": \"%s\"%s}"
                        .formatted(opens, closes == null ? "" : ", \"closesOn\": \"" + closes + "\""))
                .put(TOWN + "/opinion-topics/" + code)
                .then()
                .statusCode(200);
    }

    private static Response opinion(String scheme, UUID member, String topic) {
        return post("sample-partner", "/v1/schemes/" + scheme + "/opinions", body(member, topic));
    }

    private static String body(UUID member, String topic) {
        return "{\"supporter\": \"%s\", \"topic\": \"%s\", \"text\": \"%s\"}".formatted(member, topic, SECRET);
    }
}
