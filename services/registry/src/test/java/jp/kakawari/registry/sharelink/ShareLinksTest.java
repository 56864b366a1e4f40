package jp.kakawari.registry.sharelink;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ShareLinksTest {

    private static final String CLUB = "/v1/schemes/sh-club/memberships";

    @BeforeEach
    void club() {
        TestSchemes.open("kashiwazaki", "sh-club", "紹介の会", KASHIWAZAKI);
    }

    @Test
    void row026_clicks_on_a_link_are_the_members_and_the_link_tells_nobody_whose_it_is() throws Exception {
        UUID person = register("sample-partner", somebody("sh-" + UUID.randomUUID(), KASHIWAZAKI));
        String membership = post("sample-partner", CLUB, "{\"supporter\": \"%s\"}".formatted(person))
                .path("id");
        String links = CLUB + "/" + membership + "/share-links";
        UUID program = UUID.randomUUID();
        Response shared = post("sample-partner", links, "{\"program\": \"%s\"}".formatted(program));
        String link = shared.then()
                .statusCode(200)
                .body("clicks", equalTo(0))
                .extract()
                .path("link");
        post("sample-partner", links, "{\"program\": \"%s\"}".formatted(program))
                .then()
                .body("link", equalTo(link));
        assertThat(link).matches("/v1/share-links/[A-Za-z0-9_-]{22}");
        Response followed = follow(link);
        followed.then().statusCode(303).header("Location", endsWith("/v1/programs/" + program));
        assertThat(followed.asString()).isEmpty();
        assertThat(atOnce(5, () -> follow(link))).containsOnly(303);
        as("sample-partner")
                .get(links + "?count=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("items.clicks", contains(6));
        follow("/v1/share-links/nobody-s").then().statusCode(404);
        as("other-partner").get(links).then().statusCode(404);
        String revision = as("sample-partner").get("/v1/supporters/" + person).header("ETag");
        as("sample-partner")
                .header("If-Match", revision)
                .delete("/v1/supporters/" + person)
                .then()
                .statusCode(204);
        follow(link).then().statusCode(404);
    }

    private static Response follow(String link) {
        return anonymously().redirects().follow(false).get(link);
    }
}
