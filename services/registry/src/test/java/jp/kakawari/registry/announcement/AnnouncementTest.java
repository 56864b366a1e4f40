package jp.kakawari.registry.announcement;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class AnnouncementTest {

    private static final String TOLD = "/v1/municipalities/" + KASHIWAZAKI + "/announcements";

    @Test
    void what_is_public_is_read_and_followed_by_everybody_until_it_is_taken_back() {
        String shown = announce("\"audience\": \"PUBLIC\"");
        String kept = announce("\"audience\": \"SUPPORTERS\"");
        anonymously().get("/v1/announcements/" + shown).then().statusCode(200);
        anonymously().get("/v1/announcements/" + kept).then().statusCode(404);
        assertThat(listed()).contains(shown).doesNotContain(kept);
        anonymously()
                .get("/v1/announcement-feeds/public")
                .then()
                .statusCode(200)
                .contentType(containsString("application/feed+json"))
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items[0].authors[0].name", equalTo("柏崎市"));
        as("hida").get(TOLD).then().statusCode(403);
        post("hida", TOLD + "/" + shown + "/withdrawal", "{}").then().statusCode(403);
        post("kashiwazaki", TOLD + "/" + shown + "/withdrawal", "{}").then().statusCode(200);
        anonymously().get("/v1/announcements/" + shown).then().statusCode(404);
        assertThat(listed()).doesNotContain(shown);
        anonymously().get("/v1/announcement-feeds/unknown").then().statusCode(404);
        post("kashiwazaki", TOLD, "{\"title\": \"x\", \"body\": \"y\", \"audience\": \"MEMBERS\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/scheme"));
        post(
                        "kashiwazaki",
                        TOLD,
                        "{\"title\": \"x\", \"body\": \"y\", \"audience\": \"MEMBERS\", \"scheme\": \"no-such\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/scheme"));
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        for (int number = 0; number < 3; number++) {
            announce("\"audience\": \"PUBLIC\"");
        }
        String list = "/v1/announcements?municipality=" + KASHIWAZAKI + "&limit=2";
        List<String> first = anonymously().get(list).path("items.id");
        String next = anonymously().get(list).path("next");
        List<String> second = anonymously().get(list + "&cursor=" + next).path("items.id");
        assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
        assertThat(second).isNotEmpty();
    }

    private static List<String> listed() {
        return anonymously()
                .get("/v1/announcements?municipality=" + KASHIWAZAKI + "&limit=200")
                .path("items.id");
    }

    private static String announce(String more) {
        return post("kashiwazaki", TOLD, "{\"title\": \"集い\", \"body\": \"集まりましょう。\", " + more + "}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
