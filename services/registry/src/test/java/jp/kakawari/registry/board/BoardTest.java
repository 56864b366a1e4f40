package jp.kakawari.registry.board;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestMembers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 柏崎市 (chair) and 伊賀市 talk in their network; 飛騨市 does not belong to it. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class BoardTest {

    private static final String NETWORK = "bd-network";
    private static final String THREADS = "/v1/groups/" + NETWORK + "/threads";

    @Inject
    EntityManager database;

    @BeforeEach
    void two_towns_have_a_network() {
        String kashiwazaki = TestMembers.government("152056");
        String iga = TestMembers.government("242161");
        TestMembers.group(NETWORK, "NETWORK", kashiwazaki);
        as("secretariat")
                .header("If-Match", "*")
                .body("""
                        {"members": [{"organization": "%s", "memberClass": "GOVERNMENT", "role": "CHAIR"},
                                     {"organization": "%s", "memberClass": "GOVERNMENT"}]}
                        """.formatted(kashiwazaki, iga))
                .put("/v1/groups/" + NETWORK + "/members")
                .then()
                .statusCode(204);
    }

    @Test
    void what_one_member_writes_the_other_reads_and_nobody_else() {
        String thread = opened("iga", "更新の時期");
        String answer = posted("kashiwazaki", thread, "当市は四月です");
        as("iga")
                .get(thread + "/posts?count=true")
                .then()
                .statusCode(200)
                .body("items.text", contains("更新の時期を教えてください", "当市は四月です"))
                .body("items.author.name", contains("242161", "152056"))
                .body("items[0].allowedActions", contains("edit", "withdraw"))
                .body("items[1].allowedActions", empty())
                .body("count", equalTo(2));
        for (String outsider : List.of("hida", "sample-partner", "secretariat", "sample-intermediary")) {
            as(outsider).get(THREADS).then().statusCode(403);
            as(outsider).get(thread).then().statusCode(403);
            as(outsider).get(thread + "/posts").then().statusCode(403);
            as(outsider).get(answer).then().statusCode(403);
            as(outsider).get(answer + "/edits").then().statusCode(403);
            post(outsider, thread + "/posts", "{\"text\": \"割り込み\"}").then().statusCode(403);
            post(outsider, THREADS, "{\"title\": \"割\", \"text\": \"込\"}")
                    .then()
                    .statusCode(403);
        }
        as("iga").get("/v1/groups/bd-nowhere/threads").then().statusCode(404);
        as("iga").get("/v1/groups/bd-network/threads/" + id(answer)).then().statusCode(404);
    }

    @Test
    void a_suspended_member_is_a_stranger() {
        String kosuge = TestMembers.government("194425");
        as("secretariat")
                .header("If-Match", "*")
                .body("{\"memberClass\": \"GOVERNMENT\"}")
                .put("/v1/groups/" + NETWORK + "/members/" + kosuge)
                .then()
                .statusCode(204);
        as("kosuge").get(THREADS).then().statusCode(200);
        post("secretariat", "/v1/organizations/" + kosuge + "/suspension", "{\"reason\": \"見本\"}")
                .then()
                .statusCode(200);
        as("kosuge").get(THREADS).then().statusCode(403);
        post("secretariat", "/v1/organizations/" + kosuge + "/reinstatement", "{}")
                .then()
                .statusCode(200);
        as("kosuge").get(THREADS).then().statusCode(200);
    }

    @Test
    void edits_keep_what_it_said_before_until_it_is_withdrawn() {
        String thread = opened("iga", "編集");
        String post = posted("iga", thread, "一度目");
        edit("kashiwazaki", post, "1", "他人が").then().statusCode(403);
        edit("iga", post, "1", "二度目")
                .then()
                .statusCode(200)
                .body("text", equalTo("二度目"))
                .body("revision", equalTo(2));
        edit("iga", post, "1", "古い版から").then().statusCode(412);
        edit("iga", post, "2", "三度目").then().statusCode(200);
        as("kashiwazaki")
                .get(post + "/edits?count=true")
                .then()
                .statusCode(200)
                .body("items.text", contains("一度目", "二度目"))
                .body("count", equalTo(2));
        as("kashiwazaki").header("If-Match", "*").delete(post).then().statusCode(403);
        as("iga").header("If-Match", "*").delete(post).then().statusCode(204);
        as("iga")
                .get(post)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("text", nullValue())
                .body("allowedActions", empty());
        as("iga").get(post + "/edits").then().statusCode(403);
        assertThat(rows("select count(*) from board_post_edit where post = '" + id(post) + "'"))
                .isZero();
    }

    @Test
    void the_chair_hides_with_a_reason_and_shows_again() {
        String thread = opened("kashiwazaki", "見守り");
        String post = posted("iga", thread, "電話は090-0000-0000です");
        hide("iga", post).then().statusCode(403);
        hide("kashiwazaki", post).then().statusCode(200).body("state", equalTo("HIDDEN"));
        hide("kashiwazaki", post).then().statusCode(409).body("allowedActions", contains("show"));
        as("iga").get(post).then().body("text", equalTo("電話は090-0000-0000です")).body("hiddenReason", equalTo("連絡先"));
        String kosuge = TestMembers.government("194425");
        as("secretariat")
                .header("If-Match", "*")
                .body("{\"memberClass\": \"GOVERNMENT\"}")
                .put("/v1/groups/" + NETWORK + "/members/" + kosuge)
                .then()
                .statusCode(204);
        as("kosuge").get(post).then().body("text", nullValue()).body("hiddenReason", equalTo("連絡先"));
        as("kosuge").get(post + "/edits").then().statusCode(403);
        edit("iga", post, "2", "隠れて編集").then().statusCode(409);
        post("kashiwazaki", post + "/showing", "{}").then().statusCode(200).body("state", equalTo("VISIBLE"));
        as("kosuge").get(post).then().body("text", equalTo("電話は090-0000-0000です"));
    }

    @Test
    void a_closed_thread_takes_no_posts_until_it_is_reopened() {
        String thread = opened("kashiwazaki", "締切");
        post("iga", thread + "/closure", "{}").then().statusCode(403);
        post("kashiwazaki", thread + "/closure", "{}")
                .then()
                .statusCode(200)
                .body("allowedActions", contains("reopen"));
        post("iga", thread + "/posts", "{\"text\": \"遅刻\"}")
                .then()
                .statusCode(409)
                .body("allowedActions", empty());
        post("kashiwazaki", thread + "/reopening", "{}").then().statusCode(200);
        posted("iga", thread, "間に合いました");
    }

    @Test
    void threads_with_the_latest_posts_come_first_page_by_page() {
        List<String> threads = IntStream.range(0, 3)
                .mapToObj(number -> id(opened("iga", "順番 " + number)))
                .toList();
        posted("kashiwazaki", THREADS + "/" + threads.getFirst(), "先頭へ");
        Response first = as("iga").get(THREADS + "?limit=2");
        first.then()
                .statusCode(200)
                .body("items.id", contains(threads.getFirst(), threads.getLast()))
                .body("items[0].posts", equalTo(2));
        as("iga")
                .get(THREADS + "?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.id", contains(threads.get(1)));
        as("kashiwazaki").get(THREADS + "?limit=200").then().body("items.id", hasItem(threads.get(1)));
    }

    @Test
    void nothing_that_is_written_stands_in_the_database_to_be_read() {
        String thread = opened("iga", "花子さんについて");
        posted("iga", thread, "花子さんの電話は090-1111-2222");
        List<?> sealed = database.createNativeQuery(
                        "select title from board_thread union all select text from board_post where text is not null")
                .getResultList();
        assertThat(sealed)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String((byte[]) bytes, StandardCharsets.UTF_8))
                        .doesNotContain("花子", "090-1111"));
        as("iga").get(thread).then().body("title", equalTo("花子さんについて")).body("title", not(equalTo("")));
        as("iga").get(thread + "/posts").then().body("items", hasSize(2));
    }

    private long rows(String sql) {
        return ((Number) database.createNativeQuery(sql).getSingleResult()).longValue();
    }

    private static String opened(String client, String title) {
        return post(client, THREADS, "{\"title\": \"%1$s\", \"text\": \"%1$sを教えてください\"}".formatted(title))
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static String posted(String client, String thread, String text) {
        return post(client, thread + "/posts", "{\"text\": \"%s\"}".formatted(text))
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static Response edit(String client, String post, String revision, String text) {
        return as(client)
                .header("If-Match", "\"" + revision + "\"")
                .body("{\"text\": \"%s\"}".formatted(text))
                .put(post);
    }

    private static Response hide(String client, String post) {
        return post(client, post + "/hiding", "{\"reason\": \"連絡先\"}");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
