package jp.kakawari.registry.duplicatesearch;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.HIDA;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.KOSUGE;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.OPERATORS;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.decide;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.ofTown;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.page;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.personal.BlindIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of different towns that may be one person: the operator decides, and no town learns of another. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class AcrossTownsTest {

    @Inject
    DuplicateWorld world;

    @Inject
    BlindIndex index;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void across_towns_the_operator_decides_and_no_town_learns_of_the_other() throws Exception {
        world.list(HIDA, world.row("1", "渡邊 翔", world.phone(1)));
        world.list(KOSUGE, world.row("2", "渡辺 翔", world.phone(3)));
        UUID hidas = world.member(HIDA, "1");
        UUID kosuges = world.member(KOSUGE, "2");
        String id = world.candidate(hidas, kosuges).toString();
        String candidate = OPERATORS + "/" + id;
        for (String town : new String[] {HIDA, KOSUGE}) {
            as(DuplicateWorld.client(town)).get(ofTown(town) + "/" + id).then().statusCode(404);
            assertThat(page(DuplicateWorld.client(town), ofTown(town)).getList("items.id"))
                    .doesNotContain(id);
        }
        String shown =
                as("operator").get(OPERATORS).then().statusCode(200).extract().asString();
        assertThat(shown)
                .contains(id, "NAME_VARIANT", "氏名の漢字が異体字です")
                .doesNotContain(
                        "渡", "ワタナベ", "翔", HIDA, KOSUGE, hidas.toString(), kosuges.toString(), world.birthDate());
        assertThat(as("operator").get(candidate).asString()).doesNotContain("渡", hidas.toString());

        Map<String, String> before = views(hidas, kosuges);
        decide("operator", candidate, true).then().statusCode(200).body("state", equalTo("MERGED"));
        assertThat(views(hidas, kosuges)).isEqualTo(before);
        assertThat(world.told(hidas)).isEqualTo(world.told(kosuges));
        for (String town : new String[] {HIDA, KOSUGE}) {
            for (String state : new String[] {"OPEN", "MERGED", "DISTINCT"}) {
                assertThat(page(DuplicateWorld.client(town), ofTown(town) + "?state=" + state)
                                .getList("items.id"))
                        .doesNotContain(id);
            }
        }

        world.list(KOSUGE, world.row("2", "渡辺 翔", world.phone(4)));
        assertThat(world.told(hidas)).isEqualTo(world.told(kosuges));
        world.assertTold(kosuges, 3);

        before = views(hidas, kosuges);
        undo("operator", candidate).then().statusCode(200);
        assertThat(views(hidas, kosuges)).isEqualTo(before);
        for (UUID record : List.of(hidas, kosuges)) {
            assertThat(world.told(record)).isEqualTo(world.ownKey(record)).startsWith(index.subjectKeyPrefix());
        }
        assertThat(world.told(hidas)).isNotEqualTo(world.told(kosuges));
    }

    @Test
    void what_others_decided_on_a_town_s_pair_does_not_show_there() throws Exception {
        String both = """
                {"profile": {"familyName": "渡邊", "givenName": "翔", "familyNameKana": "ワタナベ", "givenNameKana": "ショウ",
                   "birthDate": "%s", "phone": "%s"},
                 "ties": [{"municipality": "212172"}, {"municipality": "194425"}]}""";
        UUID one = register("sample-partner", both.formatted(world.birthDate(), world.phone(1)));
        UUID other = register("sample-partner", both.formatted(world.birthDate(), world.phone(2)));
        world.follow();
        String id = "/" + world.candidate(one, other);
        as("operator").get(OPERATORS + id).then().statusCode(404);
        decide("kosuge", ofTown(KOSUGE) + id, true).then().statusCode(200);
        as("hida").get(ofTown(HIDA) + id).then().statusCode(404);
        as("hida")
                .header("If-Match", "*")
                .delete(ofTown(HIDA) + id + "/decision")
                .then()
                .statusCode(404);

        patching("sample-partner")
                .header("If-Match", "\"2\"")
                .body("{\"profile\": {\"phone\": \"" + world.phone(9) + "\"}}")
                .patch("/v1/supporters/" + one)
                .then()
                .statusCode(204);
        world.assertTold(one, 3);
        assertThat(world.told(one)).isEqualTo(world.told(other));
        undo("kosuge", ofTown(KOSUGE) + id).then().statusCode(200);
        as("hida").get(ofTown(HIDA) + id).then().statusCode(200);
    }

    @Test
    void what_a_town_decided_that_no_longer_knows_both_the_operator_undoes() throws Exception {
        String person = """
                {"profile": {"familyName": "渡邊", "givenName": "翔", "familyNameKana": "ワタナベ", "givenNameKana": "ショウ",
                   "birthDate": "%s", "phone": "%s"},
                 "ties": [{"municipality": "212172"}, {"municipality": "194425"}]}""";
        UUID one = register("sample-partner", person.formatted(world.birthDate(), world.phone(1)));
        UUID other = register("sample-partner", person.formatted(world.birthDate(), world.phone(2)));
        world.follow();
        String id = "/" + world.candidate(one, other);
        decide("kosuge", ofTown(KOSUGE) + id, true).then().statusCode(200);
        as("operator").get(OPERATORS + id).then().statusCode(404);
        patching("sample-partner")
                .header("If-Match", "\"" + world.revision(one) + "\"")
                .body("{\"ties\": [{\"municipality\": \"212172\"}]}")
                .patch("/v1/supporters/" + one)
                .then()
                .statusCode(204);
        as("kosuge").get(ofTown(KOSUGE) + id).then().statusCode(404);
        as("hida").get(ofTown(HIDA) + id).then().statusCode(404);

        assertThat(page("operator", OPERATORS + "?state=MERGED").getList("items.id"))
                .contains(id.substring(1));
        undo("operator", OPERATORS + id).then().statusCode(200).body("state", equalTo("OPEN"));
        assertThat(world.told(one)).isEqualTo(world.ownKey(one)).isNotEqualTo(world.told(other));
        as("operator").get(OPERATORS + id).then().statusCode(404);
        as("hida").get(ofTown(HIDA) + id).then().statusCode(200).body("allowedActions", hasItem("decide"));
    }

    @Test
    void pages_go_on_where_they_ended_and_nothing_of_a_person_stands_in_a_table_or_an_event() throws Exception {
        List<UUID> people = world.strangers(5);
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = page("operator", OPERATORS + "?limit=3&count=true" + next);
            seen.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (next != null);
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
        assertThat((long) page("operator", OPERATORS + "?count=true").getInt("count"))
                .isEqualTo(seen.size());
        as("operator").get(OPERATORS + "?cursor=abc").then().statusCode(400);
        as("operator").get(OPERATORS + "?state=MAYBE").then().statusCode(400);
        as("hida").get(OPERATORS).then().statusCode(403);
        as("operator").get(ofTown(HIDA)).then().statusCode(403);
        decide("operator", OPERATORS + "/" + world.candidate(people.get(0), people.get(1)), true)
                .then()
                .statusCode(200);
        List<String> told = new ArrayList<>();
        for (String table : new String[] {"likeness", "likeness_key", "duplicate_candidate"}) {
            world.query("select cast(t as text) from " + table + " t").forEach(row -> told.add((String) row));
        }
        Parts.shared().topics().all(world.topic()).forEach(record -> told.add(String.valueOf(record.value())));
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("渡", "ワタナベ", "e6b8a1", world.birthDate())
                        .doesNotContainPattern("\\b090-")); // within a UUID it says nothing
    }

    /** Everything that each town can read of its own, without revisions. */
    private static Map<String, String> views(UUID hidas, UUID kosuges) {
        Map<String, String> views = new HashMap<>();
        Map.of(HIDA, hidas, KOSUGE, kosuges).forEach((town, supporter) -> {
            String own = "/v1/municipalities/" + town;
            String client = DuplicateWorld.client(town);
            for (String path : new String[] {
                "/supporters?limit=200&count=true",
                "/supporters/" + supporter,
                "/supporter-feed?limit=500",
                "/supporter-counts?by=channel",
                "/duplicate-candidates?count=true"
            }) {
                views.put(
                        town + path,
                        as(client).get(own + path).asString().replaceAll("\"revision\":[0-9]+", "\"revision\":…"));
            }
            views.put(
                    town + "record",
                    as(client)
                            .get("/v1/supporters/" + supporter)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString()
                            .replaceAll("\"revision\":[0-9]+", "\"revision\":…"));
            views.put(
                    town + "export",
                    as(client).accept("text/csv").get(own + "/supporter-export").asString());
        });
        return views;
    }
}
