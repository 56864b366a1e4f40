package jp.kakawari.matching.recommendation;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.HANAKO;
import static jp.kakawari.matching.TestWorld.HIDA;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.OTHER_APP;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.asHanako;
import static jp.kakawari.matching.TestWorld.person;
import static jp.kakawari.matching.TestWorld.townPlanning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class RecommendationResourceTest {
    @Inject
    TestWorld world;

    @BeforeEach
    void publish() {
        world.tell(SampleWorld.programs().toArray(Event[]::new));
    }

    @Test
    void an_anonymous_profile_is_answered_with_reasons_that_add_up() {
        JsonPath answer = as(APP).body(Map.of("prefecture", "大阪府", "interests", List.of("棚田", "里山"), "limit", 5))
                .post("/v1/recommendations")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .extract()
                .body()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
        List<Map<String, Object>> items = answer.getList("items");
        assertThat(items).allSatisfy(item -> {
            List<?> reasons = (List<?>) item.get("reasons");
            BigDecimal sum = reasons.stream()
                    .map(reason -> (BigDecimal) ((Map<?, ?>) reason).get("contribution"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo((BigDecimal) item.get("score"));
        });
        assertThat(answer.getString("items[0].reasons[0].sentence.ja")).contains("棚田");
    }

    @Test
    void a_member_with_an_interest_in_satoyama_gets_the_terrace_project() {
        as(APP).body("{\"interests\": [\"里山\", \"棚田\"], \"limit\": 3}")
                .post("/v1/recommendations")
                .then()
                .body("items.title", hasItem("LOVE SAIJOファンクラブと基金"));
    }

    @Test
    void who_takes_part_online_only_gets_programs_that_need_no_visit() {
        List<String> programs = as(APP).body("{\"interests\": [\"農業\", \"空き家\"], \"mode\": \"ONLINE\", \"limit\": 50}")
                .post("/v1/recommendations")
                .path("items.program");
        List<String> onsite = SampleWorld.programs().stream()
                .filter(program -> program.mode() == Mode.ONSITE)
                .map(program -> program.id().toString())
                .toList();
        assertThat(programs).isNotEmpty().doesNotContainAnyElementsOf(onsite);
    }

    @Test
    void a_supporter_gets_open_programs_that_they_have_not_applied_to() {
        ProgramChanged program = townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 5);
        ProgramChanged over = townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 5);
        world.tell(program, over);
        UUID supporter = world.supporter();
        recommended(supporter)
                .then()
                .statusCode(200)
                .body("items.program", hasItem(program.id().toString()));
        apply(APP, program.id(), supporter).then().statusCode(201);
        recommended(supporter)
                .then()
                .body("items.program", not(hasItem(program.id().toString())));
        recommended(supporter).then().body("items.program", hasItem(over.id().toString()));
        world.tell(TestWorld.in(ProgramChanged.State.CLOSED, over));
        recommended(supporter)
                .then()
                .body("items.program", not(hasItem(over.id().toString())));
    }

    @Test
    void only_who_may_act_for_a_supporter_sees_what_fits_them() {
        UUID supporter = world.supporter();
        as(OTHER_APP)
                .get("/v1/supporters/{id}/recommendations", supporter)
                .then()
                .statusCode(404);
        as(HIDA).get("/v1/supporters/{id}/recommendations", supporter).then().statusCode(404);
        as(MINAMIOGUNI)
                .get("/v1/supporters/{id}/recommendations", supporter)
                .then()
                .statusCode(200);
        world.tell(person(HANAKO, 1, null));
        asHanako().get("/v1/supporters/{id}/recommendations", HANAKO).then().statusCode(200);
        asHanako().get("/v1/supporters/{id}/recommendations", supporter).then().statusCode(404);
    }

    @Test
    void an_older_state_of_a_program_changes_nothing() {
        ProgramChanged first = townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 5);
        world.tell(TestWorld.in(ProgramChanged.State.REMOVED, first));
        world.tell(first);
        assertThat(world.count("select revision from program where id = '" + first.id() + "'"))
                .isEqualTo(2);
        recommended(world.supporter())
                .then()
                .body("items.program", not(hasItem(first.id().toString())));
    }

    @Test
    void a_profile_that_makes_no_sense_is_told_where() {
        as(APP).body("{\"prefecture\": \"架空県\"}")
                .post("/v1/recommendations")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/prefecture"));
        as(APP).body("{\"ties\": [\"212173\"]}")
                .post("/v1/recommendations")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/ties/0"));
        as(APP).body("{\"ageBand\": \"30\"}")
                .post("/v1/recommendations")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/ageBand"));
        as(APP).body("{\"name\": \"花子\"}").post("/v1/recommendations").then().statusCode(400);
        as(APP).body("{\"limit\": 51}").post("/v1/recommendations").then().statusCode(422);
        as(APP).body("").post("/v1/recommendations").then().statusCode(400).body("status", equalTo(400));
    }

    private static Response recommended(UUID supporter) {
        return as(APP).queryParam("limit", 50).get("/v1/supporters/{id}/recommendations", supporter);
    }
}
