package jp.kakawari.matching.application;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.HIDA;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.OTHER_APP;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ProgramApplicationResourceTest {
    @Inject
    TestWorld world;

    @Test
    void the_host_pages_through_its_applicants_in_order_of_arrival() {
        UUID program = world.program(Selection.FIRST_COME, 2);
        List<String> arrived = world.supporters(5).stream()
                .map(supporter -> apply(APP, program, supporter).<String>path("id"))
                .toList();
        String next = as(MINAMIOGUNI)
                .queryParam("limit", 3)
                .queryParam("count", true)
                .get("/v1/programs/{id}/applications", program)
                .then()
                .statusCode(200)
                .header("Link", endsWith("rel=\"next\""))
                .body("count", equalTo(5))
                .body("items.id", equalTo(arrived.subList(0, 3)))
                .extract()
                .path("next");
        as(MINAMIOGUNI)
                .queryParam("cursor", next)
                .get("/v1/programs/{id}/applications", program)
                .then()
                .body("next", nullValue())
                .body("items.id", equalTo(arrived.subList(3, 5)))
                .body("items.position", contains(2, 3));
        as(MINAMIOGUNI)
                .queryParam("state", "ACCEPTED")
                .get("/v1/programs/{id}/applications", program)
                .then()
                .body("items.id", equalTo(arrived.subList(0, 2)));
        as(HIDA).get("/v1/programs/{id}/applications", program).then().statusCode(404);
        as(APP).queryParam("program", program).get("/v1/applications").then().body("items.id", equalTo(arrived));
        as(OTHER_APP)
                .queryParam("program", program)
                .get("/v1/applications")
                .then()
                .body("items", empty());
    }
}
