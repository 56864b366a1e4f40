package jp.kakawari.catalog.vocabulary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class CodeListTest {

    @Test
    void the_lists_of_the_contracts_say_what_the_contracts_say() {
        assertThat(japanese("modes"))
                .containsExactlyEntriesOf(
                        inOrder(Stream.of(Mode.values()).map(mode -> Map.entry(mode.name(), mode.ja()))));
        assertThat(japanese("relation-classes"))
                .containsExactlyEntriesOf(inOrder(
                        Stream.of(RelationClass.values()).map(relation -> Map.entry(relation.name(), relation.ja()))));
    }

    @Test
    void a_list_has_both_languages_and_costs_nothing_when_unchanged() {
        var answer = given().get("/v1/code-lists/activities")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600")
                .body("codes", hasSize(41));
        assertThat(answer.extract().jsonPath().<String>getList("codes.en"))
                .hasSize(41)
                .doesNotContainNull();
        given().header("If-None-Match", answer.extract().header("ETag"))
                .get("/v1/code-lists/activities")
                .then()
                .statusCode(304);
    }

    @Test
    void an_unknown_list_is_not_found() {
        given().get("/v1/code-lists/nonsense").then().statusCode(404).contentType("application/problem+json");
    }

    private static Map<String, String> japanese(String list) {
        List<Map<String, String>> codes = given().get("/v1/code-lists/{list}", list)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("codes");
        return inOrder(codes.stream().map(code -> Map.entry(code.get("code"), code.get("ja"))));
    }

    private static Map<String, String> inOrder(Stream<Map.Entry<String, String>> entries) {
        Map<String, String> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }
}
