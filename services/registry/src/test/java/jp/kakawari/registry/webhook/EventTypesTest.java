package jp.kakawari.registry.webhook;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Set;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.HookReceiver;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

/** Of whatever the services tell each other members can be told, each of what it may know. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class EventTypesTest {

    private static final String NPO = "00000000-0000-7000-8000-00000000a001";

    /** Taking part is told as the engagement that it becomes. */
    private static final Set<Topic> NOT_TOLD = Set.of(Topic.MATCHING_PARTICIPATION);

    @Test
    void every_topic_has_a_type_to_subscribe_to() {
        assertThat(Topic.values())
                .filteredOn(topic -> !NOT_TOLD.contains(topic))
                .allSatisfy(topic -> assertThat(EventType.subscribableNames())
                        .as(topic.value())
                        .anyMatch(type -> says(type, topic)));
        assertThat(EventType.subscribableNames()).hasSize(Topic.values().length - NOT_TOLD.size());
    }

    /** As jp.kakawari.registry.delegation-changed.v1 is of registry.delegation.v1. */
    private static boolean says(String type, Topic topic) {
        String[] name = topic.value().split("\\.");
        return type.startsWith("jp.kakawari." + name[0] + "." + name[1] + "-");
    }

    @Test
    void both_sides_of_a_delegation_are_told_and_nobody_else() throws Exception {
        as("secretariat").body("""
                        {"state": "ACTIVE", "kind": "INTERMEDIARY", "name": "中間支援の会"}""").put("/v1/organizations/" + NPO).then().statusCode(200);
        try (HookReceiver town = new HookReceiver(204);
                HookReceiver npo = new HookReceiver(204);
                HookReceiver other = new HookReceiver(204)) {
            webhook("kashiwazaki", town);
            webhook("sample-intermediary", npo);
            webhook("iga", other);
            LocalDate today = LocalDate.now(JapanTime.ZONE);
            String first = granted("kashiwazaki", today);
            await(() -> told(town, first) && told(npo, first));
            assertThat(JsonPath.from(town.got().getFirst().body()).getString("data.state"))
                    .isEqualTo("GRANTED");
            String last = granted("iga", today);
            await(() -> told(other, last));
            assertThat(told(other, first)).isFalse();
            assertThat(told(town, last)).isFalse();
            for (String delegation : new String[] {first, last}) {
                post("sample-intermediary", "/v1/delegations/" + delegation + "/revocation", "{}")
                        .then()
                        .statusCode(200);
            }
        }
    }

    private static String granted(String client, LocalDate day) {
        return post(client, "/v1/delegations", """
                        {"intermediary": "%s", "scopes": ["PROGRAMS"], "validFrom": "%s", "validUntil": "%s"}""".formatted(NPO, day, day))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static boolean told(HookReceiver receiver, String id) {
        return receiver.got().stream()
                .anyMatch(got -> id.equals(JsonPath.from(got.body()).getString("data.id")));
    }

    private static void webhook(String client, HookReceiver receiver) {
        post(
                        client,
                        "/v1/webhooks",
                        "{\"url\": \"%s\", \"eventTypes\": [\"%s\"]}"
                                .formatted(receiver.url(), EventType.DELEGATION_CHANGED.type()))
                .then()
                .statusCode(201);
    }
}
