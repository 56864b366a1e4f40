package jp.kakawari.kpi.recruitment;

import static jp.kakawari.kpi.TestWorld.HIDA;
import static jp.kakawari.kpi.TestWorld.as;
import static jp.kakawari.kpi.TestWorld.tie;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.kpi.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class RecruitmentResourceTest {

    @Inject
    TestWorld world;

    @BeforeEach
    void forget() {
        world.forget();
    }

    @Test
    void row027_registrants_are_grouped_by_recruitment_event() {
        world.tell(people(12, "東京交流会2026"));
        world.tell(people(20, "web"));
        as("secretariat")
                .get("/v1/feeds/recruitment?municipality=" + HIDA)
                .then()
                .statusCode(200)
                .body("items.channel", contains("web", "東京交流会2026"))
                .body("items.people.value", contains(20, 12));
    }

    @Test
    void a_small_group_is_hidden_and_does_not_follow_from_the_total() {
        world.tell(people(3, "友人"));
        world.tell(people(12, "東京交流会2026"));
        world.tell(people(20, "web"));
        as("hida")
                .get("/v1/feeds/recruitment")
                .then()
                .statusCode(200)
                .body("items.people.suppressed", contains(false, true, true));
    }

    private static List<SupporterChanged> people(int count, String channel) {
        return Stream.generate(UUID::randomUUID)
                .limit(count)
                .map(id -> person(id, channel))
                .toList();
    }

    private static SupporterChanged person(UUID id, String channel) {
        SupporterChanged person = TestWorld.person(id, 1, tie(HIDA));
        return new SupporterChanged(
                person.id(),
                person.revision(),
                person.state(),
                person.kind(),
                person.subjectKey(),
                person.prefecture(),
                person.country(),
                person.ageBand(),
                person.interests(),
                person.skills(),
                person.mode(),
                person.registeredBy(),
                channel,
                person.guardianMissing(),
                person.ties());
    }
}
