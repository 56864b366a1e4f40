package jp.kakawari.kpi.publication;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class PublishedFiguresResourceTest {

    @Test
    void row118_doers_and_intenders_of_living_at_several_bases() {
        figure("G1").body("recomputed", contains(6172708)).body("status", equalTo("reproduces"));
        figure("G2").body("recomputed", contains(6612709)).body("status", equalTo("reproduces"));
    }

    @Test
    void row146_the_survey_of_148831_answers() {
        figure("G3").body("recomputed", contains(106146894)).body("status", equalTo("reproduces"));
        figure("G4")
                .body("recomputed", contains(0.172f))
                .body("status", equalTo("reproduces"))
                .body("weighting", equalTo("weighted"));
        figure("G7")
                .body("recomputed", equalTo(List.of(538, 223, 100, 965, 1826)))
                .body("published", equalTo(List.of(538, 222, 100, 966, 1827)))
                .body("status", equalTo("within-rounding"));
    }

    @Test
    void row141_small_hubs_and_community_organizations_year_by_year() {
        figure("G6a")
                .body("labels", contains("2017", "2018", "2019", "2020", "2021"))
                .body("recomputed", contains(15, 18, 19, 20, 21))
                .body("status", equalTo("reproduces"));
        figure("G6b").body("recomputed", contains(35, 39, 41, 43, 46)).body("status", equalTo("reproduces"));
    }

    @Test
    void figures_of_different_weighting_do_not_reproduce_one_another() {
        figure("G20")
                .body("recomputed", contains(18455520))
                .body("status", equalTo("does-not-reproduce"))
                .body("weighting", equalTo("unweighted"));
        figure("G21").body("recomputed", contains(0.174f)).body("status", equalTo("does-not-reproduce"));
    }

    @ParameterizedTest
    @CsvSource({
        "G5a, reproduces", "G5b, reproduces", "G8a, reproduces", "G9, reproduces", "G10, reproduces",
        "G11, reproduces", "G12, not-published", "G13, reproduces", "G14, not-published", "G15, reproduces",
        "G16, not-published", "G17, reproduces", "G18, reproduces", "G19, reproduces", "G22, not-published",
        "G24, not-published", "G25, not-published", "G26, not-published"
    })
    void each_other_figure_says_whether_it_reproduces(String id, String status) {
        figure(id).body("status", equalTo(status));
    }

    @Test
    void row137_of_1000_governments_591_remain() {
        get("/v1/targets/acting-governments")
                .then()
                .statusCode(200)
                .body("baseline", equalTo(409))
                .body("target", equalTo(1000))
                .body("remaining", equalTo(591));
        get("/v1/targets/small-hubs").then().body("achieved", equalTo(0.782f)).body("onThisPlatform", nullValue());
        get("/v1/targets").then().body("items", hasSize(3));
    }

    @Test
    void what_nobody_published_is_not_found() {
        get("/v1/published-figures/G99").then().statusCode(404).contentType("application/problem+json");
        get("/v1/targets/none").then().statusCode(404);
        get("/v1/published-figures").then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse figure(String id) {
        return get("/v1/published-figures/{id}", id).then().statusCode(200);
    }
}
