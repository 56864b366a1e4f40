package jp.kakawari.registry.desksurvey;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Prefecture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class DeskSurveyResourceTest {

    private static final String ALL = "\"MIGRATION\", \"RELATION\", \"DUAL_RESIDENCE\"";

    /** 設置状況調査 of 2020 (G5): 237 + 240 + 926 + 4 + 2 = 1,409 with a desk, 330 without; 240 + 926 = 1,166. */
    @Test
    void the_survey_of_2020_adds_up_as_published() {
        List<String> answers = new ArrayList<>();
        var governments = Municipalities.all().iterator();
        answer(answers, 237, "\"MIGRATION\"", () -> governments.next().code().value());
        answer(
                answers,
                240,
                "\"MIGRATION\", \"RELATION\"",
                () -> governments.next().code().value());
        answer(answers, 926, ALL, () -> governments.next().code().value());
        answer(answers, 4, "\"DUAL_RESIDENCE\"", () -> governments.next().code().value());
        answer(
                answers,
                2,
                "\"MIGRATION\", \"DUAL_RESIDENCE\"",
                () -> governments.next().code().value());
        answer(answers, 330, "", () -> governments.next().code().value());
        var prefectures = List.of(Prefecture.values()).iterator();
        answer(answers, 46, ALL, () -> prefectures.next().code().value());
        put("ds-2020", null, String.join(",", answers)).then().statusCode(200);
        anonymously()
                .get("/v1/desk-surveys/ds-2020")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("municipalities", equalTo(1739))
                .body("municipalitiesWithDesk", equalTo(1409))
                .body("municipalitiesWithoutDesk", equalTo(330))
                .body("centers", equalTo(1166))
                .body("prefecturesWithDesk", equalTo(46))
                .body("combinations.municipalities", contains(4, 237, 2, 240, 926))
                .body("combinations[4].targets", contains("MIGRATION", "RELATION", "DUAL_RESIDENCE"))
                .body("byTarget.municipalities", contains(237 + 240 + 926 + 2, 1166, 926 + 4 + 2));
        anonymously()
                .get("/v1/desk-surveys/ds-2020/answers?limit=200&count=true")
                .then()
                .body("count", equalTo(1739 + 46))
                .body("items.size()", equalTo(200));
    }

    @Test
    void a_government_answers_for_itself_and_may_change_its_mind() {
        put("ds-own", null, null).then().statusCode(200);
        String own = "/v1/desk-surveys/ds-own/answers/212172";
        as("hida").body("{\"targets\": []}").put(own).then().statusCode(204);
        as("hida")
                .body("{\"targets\": [\"RELATION\", \"RELATION\"]}")
                .put(own)
                .then()
                .statusCode(204);
        as("gifu")
                .body("{\"targets\": [\"RELATION\"]}")
                .put("/v1/desk-surveys/ds-own/answers/210005")
                .then()
                .statusCode(204);
        as("kosuge").body("{\"targets\": []}").put(own).then().statusCode(403);
        as("hida")
                .body("{\"targets\": []}")
                .put(own.replace("ds-own", "ds-none"))
                .then()
                .statusCode(404);
        anonymously()
                .get("/v1/desk-surveys/ds-own")
                .then()
                .header("ETag", "\"4\"")
                .body("municipalitiesWithDesk", equalTo(1))
                .body("municipalitiesWithoutDesk", equalTo(0))
                .body("prefecturesWithDesk", equalTo(1))
                .body("combinations[0].targets", contains("RELATION"));
        put("ds-own", null, null).then().statusCode(428);
        put("ds-own", "\"4\"", null).then().statusCode(200).body("municipalitiesWithDesk", equalTo(1));
        put("ds-own", "\"5\"", "").then().statusCode(200).body("municipalities", equalTo(0));
    }

    @Test
    void of_first_statements_at_once_one_holds_with_its_answers() throws Exception {
        for (int survey = 0; survey < 5; survey++) {
            String code = "ds-once-" + survey;
            List<String> governments = Municipalities.all().stream()
                    .limit(4)
                    .map(municipality -> municipality.code().value())
                    .toList();
            var next = new AtomicInteger();
            List<Integer> codes =
                    atOnce(4, () -> put(code, null, """
                    {"government": "%s", "targets": []}""".formatted(governments.get(next.getAndIncrement()))));
            assertThat(codes).containsOnlyOnce(200);
            assertThat(codes.subList(1, 4)).isSubsetOf(409, 428);
            anonymously()
                    .get("/v1/desk-surveys/" + code)
                    .then()
                    .header("ETag", "\"1\"")
                    .body("municipalities", equalTo(1));
        }
    }

    @Test
    void what_breaks_a_rule_is_named_and_nothing_is_written() {
        put(
                        "ds-bad",
                        null,
                        "{\"government\": \"212172\", \"targets\": []},{\"government\": \"21217\", \"targets\": []}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/answers/1/government"));
        put("ds-bad", null, "{\"government\": \"212173\", \"targets\": []}")
                .then()
                .statusCode(422);
        anonymously().get("/v1/desk-surveys/ds-bad").then().statusCode(404);
    }

    private static void answer(List<String> answers, int times, String targets, Supplier<String> government) {
        for (int i = 0; i < times; i++) {
            answers.add("{\"government\": \"%s\", \"targets\": [%s]}".formatted(government.get(), targets));
        }
    }

    private static Response put(String code, String ifMatch, String answers) {
        var request = as("secretariat").body("""
                        {"title": "窓口の設置状況", "surveyedOn": "2020-04-01"%s}
                        """.formatted(answers == null ? "" : ", \"answers\": [" + answers + "]"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/desk-surveys/" + code);
    }
}
