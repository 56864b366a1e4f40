package jp.kakawari.registry.webhook;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.embedded.HookReceiver;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class WebhookResourceTest {

    private static final String SUPPORTERS = EventType.SUPPORTER_CHANGED.type();

    @Inject
    Deliveries deliveries;

    record Made(String client, String id, String secret) {

        String path() {
            return "/v1/webhooks/" + id;
        }
    }

    @Test
    void a_municipality_is_told_of_its_own_and_signed() throws Exception {
        try (HookReceiver hida = new HookReceiver(204);
                HookReceiver iga = new HookReceiver(204)) {
            Made ours = webhook("hida", hida.url(), SUPPORTERS, EventType.ENGAGEMENT_RECORDED.type());
            webhook("iga", iga.url(), SUPPORTERS);
            UUID supporter = register("hida", somebody("webhook", "212172"));
            post(
                            "hida",
                            "/v1/municipalities/212172/engagements",
                            engagement(supporter, "VOLUNTEERING", "2026-11-01", "wh-" + supporter))
                    .then()
                    .statusCode(201);
            await(() -> hida.got().stream()
                    .anyMatch(got -> JsonPath.from(got.body()).getString("type").contains("engagement")));
            await(() -> hida.got().stream()
                    .anyMatch(got -> supporter
                            .toString()
                            .equals(JsonPath.from(got.body()).getString("data.id"))));
            HookReceiver.Got got = hida.got().getFirst();
            assertThat(got.isSignedWith(ours.secret())).isTrue();
            assertThat(got.isSignedWith("whsec_" + "A".repeat(32))).isFalse();
            assertThat(Instant.ofEpochSecond(Long.parseLong(got.timestamp())))
                    .isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
            assertThat(got.body()).doesNotContain("webhook@example.jp").doesNotContain("subjectKey");
            assertThat(iga.got()).isEmpty();
            as("hida").delete("/v1/supporters/" + supporter).then().statusCode(428);
            as("hida")
                    .header("If-Match", "*")
                    .delete("/v1/supporters/" + supporter)
                    .then()
                    .statusCode(204);
            await(() -> hida.got().stream()
                    .anyMatch(one -> "REMOVED".equals(JsonPath.from(one.body()).getString("data.state"))
                            && supporter
                                    .toString()
                                    .equals(JsonPath.from(one.body()).getString("data.id"))));
        }
    }

    @Test
    void a_municipality_learns_that_somebody_is_no_more_with_it() throws Exception {
        try (HookReceiver receiver = new HookReceiver(204)) {
            webhook("kashiwazaki", receiver.url(), SUPPORTERS);
            UUID supporter = register("sample-partner", somebody("webhook-leaves", "152056"));
            patching("sample-partner")
                    .header("If-Match", "*")
                    .body("{\"ties\": []}")
                    .patch("/v1/supporters/" + supporter)
                    .then()
                    .statusCode(204);
            await(() -> receiver.got().stream()
                    .anyMatch(
                            got -> "TIE_ENDED".equals(JsonPath.from(got.body()).getString("data.state"))
                                    && supporter
                                            .toString()
                                            .equals(JsonPath.from(got.body()).getString("data.id"))));
        }
    }

    @Test
    void what_is_not_taken_comes_again_with_the_same_id() throws Exception {
        try (HookReceiver receiver = new HookReceiver(503)) {
            Made made = webhook("kosuge", receiver.url(), SUPPORTERS);
            String delivery = post("kosuge", made.path() + "/test", "{}")
                    .then()
                    .statusCode(202)
                    .body("state", equalTo("PENDING"))
                    .extract()
                    .path("id");
            await(() -> receiver.got().size() == 1);
            receiver.answers(200);
            await(() -> state(made, delivery).equals("DELIVERED"));
            assertThat(receiver.got()).hasSize(2);
            assertThat(receiver.got().get(1).id())
                    .isEqualTo(receiver.got().get(0).id());
            as("kosuge")
                    .get(made.path() + "/deliveries/" + delivery)
                    .then()
                    .body("attempts", equalTo(2))
                    .body("status", equalTo(200));
            post("kosuge", made.path() + "/deliveries/" + delivery + "/replay", "{}")
                    .then()
                    .statusCode(202)
                    .body("state", equalTo("PENDING"));
            await(() -> receiver.got().size() == 3);
            as("kosuge")
                    .get(made.path() + "/deliveries?state=FAILED")
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
    }

    @Test
    void a_receiver_that_is_stuck_delays_no_other() throws Exception {
        try (HookReceiver stuck = HookReceiver.stuck();
                HookReceiver quick = new HookReceiver(204)) {
            Made one = webhook("minamioguni", stuck.url(), EventType.PROGRAM_CHANGED.type());
            Made other = webhook("minamioguni", quick.url(), EventType.PROGRAM_CHANGED.type());
            deliveries.add(IntStream.range(0, 500)
                    .mapToObj(number -> Notice.toAll(
                            UUID.randomUUID(), EventType.PROGRAM_CHANGED, Instant.now(), Map.of("number", number)))
                    .toList());
            await(() -> quick.got().size() == 500);
            assertThat(stuck.got().size()).isBetween(1, 32);
            as("minamioguni")
                    .get(other.path() + "/deliveries?limit=200&state=DELIVERED")
                    .then()
                    .statusCode(200);
            as("minamioguni").header("If-Match", "*").delete(one.path()).then().statusCode(204);
        }
    }

    @Test
    void told_twice_it_is_sent_once() throws Exception {
        try (HookReceiver receiver = new HookReceiver(204)) {
            webhook("hida", receiver.url(), EventType.ORGANIZATION_CHANGED.type());
            List<Notice> notices = List.of(Notice.toAll(
                    UUID.randomUUID(), EventType.ORGANIZATION_CHANGED, Instant.now(), Map.of("name", "二度")));
            deliveries.add(notices);
            await(() -> receiver.got().stream().anyMatch(got -> got.body().contains("二度")));
            deliveries.add(notices);
            deliveries.add(List.of(Notice.toAll(
                    UUID.randomUUID(), EventType.ORGANIZATION_CHANGED, Instant.now(), Map.of("name", "最後"))));
            await(() -> receiver.got().stream().anyMatch(got -> got.body().contains("最後")));
            assertThat(receiver.got().stream().filter(got -> got.body().contains("二度")))
                    .hasSize(1);
        }
    }

    @Test
    void whoever_is_gone_is_told_no_more() throws Exception {
        try (HookReceiver receiver = new HookReceiver(410)) {
            Made made = webhook("iga", receiver.url(), SUPPORTERS);
            post("iga", made.path() + "/test", "{}").then().statusCode(202);
            await(() -> as("iga").get(made.path()).path("state").equals("DISABLED"));
            assertThat(receiver.got()).hasSize(1);
            receiver.answers(204);
            String revision = as("iga").get(made.path()).header("ETag");
            as("iga")
                    .header("If-Match", revision)
                    .body(request(receiver.url(), SUPPORTERS))
                    .put(made.path())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ACTIVE"));
            post("iga", made.path() + "/deliveries/replay", "{}")
                    .then()
                    .statusCode(202)
                    .body("replayed", equalTo(1));
            await(() -> receiver.got().size() == 2);
        }
    }

    @Test
    void a_new_secret_signs_beside_the_old_one() throws Exception {
        try (HookReceiver receiver = new HookReceiver(204)) {
            Made made = webhook("hida", receiver.url(), SUPPORTERS);
            String renewed = post("hida", made.path() + "/secret", "{}")
                    .then()
                    .statusCode(200)
                    .body("secret", startsWith("whsec_"))
                    .extract()
                    .path("secret");
            post("hida", made.path() + "/test", "{}").then().statusCode(202);
            await(() -> !receiver.got().isEmpty());
            assertThat(receiver.got().getFirst().isSignedWith(renewed)).isTrue();
            assertThat(receiver.got().getFirst().isSignedWith(made.secret())).isTrue();
            assertThat(as("hida").get(made.path()).asString())
                    .doesNotContain("whsec_")
                    .doesNotContain("\"secret\"");
        }
    }

    @Test
    void nobody_knows_the_receivers_of_others() {
        String paused = request("https://example.org/hook", SUPPORTERS).replace("}", ", \"paused\": true}");
        Made made = new Made(
                "iga", create("iga", paused).then().statusCode(201).extract().path("webhook.id"), null);
        as("hida").get(made.path()).then().statusCode(404);
        as("hida").get(made.path() + "/deliveries").then().statusCode(404);
        as("hida").header("If-Match", "*").delete(made.path()).then().statusCode(404);
        post("hida", made.path() + "/test", "{}").then().statusCode(404);
        as("hida").get("/v1/webhooks?limit=200").then().statusCode(200).body("items.id", not(hasItem(made.id())));
        as("iga").get("/v1/webhooks?limit=200").then().statusCode(200).body("items.id", hasItem(made.id()));
    }

    @Test
    void what_can_not_be_meant_is_refused_at_its_place() {
        create("hida", request("https://user:pw@example.org/", "jp.kakawari.nothing.v1"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/url"))
                .body("errors.pointer", hasItem("/eventTypes/0"));
        create("hida", request("https://example.org/", EventType.TEST.type()))
                .then()
                .statusCode(422);
        create("hida", "{\"url\": \"https://example.org/\", \"eventTypes\": []}")
                .then()
                .statusCode(422);
    }

    private static Made webhook(String client, String url, String... types) {
        Response made = create(client, request(url, types));
        made.then().statusCode(201).header("ETag", "\"1\"");
        return new Made(client, made.path("webhook.id"), made.path("secret"));
    }

    private static Response create(String client, String body) {
        return post(client, "/v1/webhooks", body);
    }

    private static String request(String url, String... types) {
        return "{\"url\": \"%s\", \"eventTypes\": [\"%s\"]}".formatted(url, String.join("\", \"", types));
    }

    private static String state(Made made, String delivery) {
        return as(made.client()).get(made.path() + "/deliveries/" + delivery).path("state");
    }
}
