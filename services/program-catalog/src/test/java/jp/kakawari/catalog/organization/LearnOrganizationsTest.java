package jp.kakawari.catalog.organization;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.INTERMEDIARY;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.await;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.etag;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.step;
import static jp.kakawari.catalog.TestWorld.tell;
import static jp.kakawari.catalog.TestWorld.topic;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.outbox.Received;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class LearnOrganizationsTest {

    private static final UUID SAMPLE_INTERMEDIARY = UUID.fromString("00000000-0000-7000-8000-00000000a001");

    @Inject
    LearnOrganizations learn;

    @Inject
    Organizations organizations;

    @Test
    void the_example_of_the_contract_gives_a_host_its_name() throws Exception {
        String example = Examples.of(Topic.REGISTRY_ORGANIZATION);
        String key = new JsonMapper().readTree(example).get("id").asText();
        Parts.shared()
                .topics()
                .sendEvent(
                        topic(Topic.REGISTRY_ORGANIZATION),
                        "jp.kakawari.registry.organization-changed.v1",
                        key,
                        example);
        await("飛騨市 is known", () -> organizations.nameOf(UUID.fromString(key)).isPresent());
        UUID program = published(HIDA, volunteering());
        given().get("/v1/programs/{id}", program).then().body("host.name", equalTo("飛騨市"));
    }

    @Test
    void whatever_is_not_newer_is_dropped_however_it_arrives() {
        UUID id = UUID.randomUUID();
        learn.handle(List.of(received(id, 3, "三"), received(id, 2, "二"), tombstone(id)));
        assertThat(organizations.nameOf(id)).contains("三");
        learn.handle(List.of(received(id, 3, "again"), received(id, 1, "一")));
        assertThat(organizations.nameOf(id)).contains("三");
        learn.handle(List.of(received(id, 4, "四")));
        assertThat(organizations.nameOf(id)).contains("四");
    }

    @Test
    void a_suspended_host_may_write_but_change_nothing_that_the_public_reads() {
        UUID known = published(INTERMEDIARY, volunteering());
        UUID program = draft(INTERMEDIARY, volunteering());
        tell(SAMPLE_INTERMEDIARY, 2, "SUSPENDED", "休止中のNPO", null);
        await(
                "the suspension is known",
                () -> organizations.nameOf(SAMPLE_INTERMEDIARY).isPresent());
        assertRefused(step(INTERMEDIARY, program, "publication"));
        assertRefused(as(INTERMEDIARY)
                .header("If-Match", etag(known))
                .body(with(volunteering(), "title", "休止中の題"))
                .put("/v1/programs/{id}", known));
        assertRefused(once(INTERMEDIARY)
                .body(Map.of("title", "報告", "description", "報告", "heldOn", "2026-06-20"))
                .post("/v1/programs/{id}/reports", known));
        as(INTERMEDIARY)
                .header("If-Match", "*")
                .body(with(volunteering(), "title", "下書きの題"))
                .put("/v1/programs/{id}", program)
                .then()
                .statusCode(200);
        tell(SAMPLE_INTERMEDIARY, 3, "ACTIVE", "再開したNPO", null);
        await(
                "the return is known",
                () -> organizations
                        .nameOf(SAMPLE_INTERMEDIARY)
                        .filter("再開したNPO"::equals)
                        .isPresent());
        step(INTERMEDIARY, program, "publication").then().statusCode(200).body("host.name", equalTo("再開したNPO"));
    }

    private static void assertRefused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("organization-inactive"));
    }

    private static Received<OrganizationChanged> received(UUID id, long revision, String name) {
        return new Received<>(
                UUID.randomUUID(),
                id.toString(),
                Instant.now(),
                new OrganizationChanged(id, revision, State.ACTIVE, Kind.NPO, name, null));
    }

    private static Received<OrganizationChanged> tombstone(UUID id) {
        return new Received<>(UUID.randomUUID(), id.toString(), Instant.now(), null);
    }
}
