package jp.kakawari.kpi.classification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ClassificationsResourceTest {

    @Test
    void row147_a_partner_tries_the_rule_without_a_token() {
        classify("{\"activities\": [\"DINING_AND_SHOPPING\"]}")
                .statusCode(200)
                .body("visiting.code", equalTo("HOBBY_CONSUMPTION"))
                .body("visiting.ja", equalTo("趣味・消費型"));
        classify(
                        "{\"activities\": [\"DINING_AND_SHOPPING\", \"VOLUNTEERING\", \"HOMETOWN_TAX_DONATION\", \"OWN_BUSINESS\"]}")
                .statusCode(200)
                .body("classificationVersion", equalTo(1))
                .body("visiting.code", equalTo("DIRECT_CONTRIBUTION"))
                .body("visiting.precedence", equalTo(1))
                .body("nonVisiting", equalTo(true))
                .body(
                        "reasons.relationClass",
                        contains("HOBBY_CONSUMPTION", "DIRECT_CONTRIBUTION", "NON_VISITING", null))
                .body("reasons.ja", hasItem("「ボランティア・共助」は直接寄与型です。"));
        classify("{\"activities\": [\"FAMILY_CARE\"]}").body("visiting", nullValue());
    }

    @Test
    void what_is_no_activity_is_named_by_its_place() {
        classify("{\"activities\": [\"VOLUNTEERING\", \"SLEEPING\"]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/activities/1"));
        classify("{\"activities\": []}").statusCode(422).body("errors[0].pointer", equalTo("/activities"));
        classify("{\"activities\": [null]}").statusCode(422);
        classify("{}").statusCode(422);
        classify("").statusCode(400);
        classify("{\"activities\": [\"LEARNING\"], \"name\": \"花子\"}").statusCode(400);
    }

    private static ValidatableResponse classify(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/classifications")
                .then();
    }
}
