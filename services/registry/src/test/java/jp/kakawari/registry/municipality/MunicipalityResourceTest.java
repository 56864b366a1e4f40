package jp.kakawari.registry.municipality;

import static jp.kakawari.registry.TestApi.anonymously;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class MunicipalityResourceTest {

    @Test
    void the_national_list_is_open_to_everybody() {
        anonymously()
                .queryParam("count", true)
                .queryParam("limit", 1)
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .body("count", equalTo(1741))
                .body("items[0].localGovernmentCode", equalTo("011002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "岐阜県", "210005"})
    void a_prefecture_is_asked_for_by_number_or_name(String prefecture) {
        anonymously()
                .queryParam("prefecture", prefecture)
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(42))
                .body("items.name", hasItem("飛騨市"));
    }

    @Test
    void pages_go_on_where_they_stopped() {
        String next = anonymously()
                .queryParam("limit", 41)
                .queryParam("prefecture", "21")
                .get("/v1/municipalities")
                .path("next");
        anonymously()
                .queryParam("cursor", next)
                .queryParam("prefecture", "21")
                .get("/v1/municipalities")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void a_prefecture_that_is_none_is_refused() {
        anonymously()
                .queryParam("prefecture", "架空県")
                .get("/v1/municipalities")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("prefecture"));
    }

    @ParameterizedTest
    @CsvSource({"212172,200", "21217,200", "212173,400", "21299,404", "210005,404"})
    void a_municipality_is_read_by_its_code(String code, int status) {
        anonymously().get("/v1/municipalities/" + code).then().statusCode(status);
    }
}
