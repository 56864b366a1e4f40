package jp.kakawari.registry.supporter;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class MeResourceTest {

    private static final String ID = "00000000-0000-7000-8000-0000000c0001";
    private static final String HANAKO = """
            {"profile": {"familyName": "山田", "givenName": "花子", "email": "hanako@example.jp", "interests": ["温泉"]},
             "ties": [{"municipality": "434230", "origins": ["SIGHTSEEING"], "mailConsent": true}]}""";

    @AfterEach
    void hanako_leaves() {
        String revision = asHanako().get("/v1/me").header("ETag");
        if (revision != null) {
            asHanako()
                    .header("If-Match", revision)
                    .delete("/v1/supporters/" + ID)
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void a_person_registers_themself_under_their_own_id() {
        asHanako().get("/v1/me").then().statusCode(404);
        keep(HANAKO, null).then().statusCode(200).body("id", equalTo(ID));
        asHanako()
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("profile.givenName", equalTo("花子"))
                .body("registeredBy", nullValue())
                .body("ties.municipality", contains(MINAMIOGUNI));
        asHanako().get("/v1/supporters/" + ID).then().statusCode(200);
    }

    @Test
    void replacing_needs_the_revision_that_is_replaced() {
        String revision = keep(HANAKO, null).header("ETag");
        keep(HANAKO.replace("温泉", "里山"), null).then().statusCode(428);
        keep(HANAKO.replace("温泉", "里山"), revision).then().statusCode(200);
        keep(HANAKO, revision).then().statusCode(412);
        asHanako().get("/v1/me").then().body("profile.interests", contains("里山"));
    }

    @Test
    void a_person_sees_who_read_their_data_and_their_own_reads_do_not_count() {
        keep(HANAKO, null).then().statusCode(200);
        int before = asHanako().get("/v1/me/reads").path("items.size()");
        asHanako().get("/v1/me").then().statusCode(200);
        String read = "/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + ID;
        as("minamioguni").get(read).then().statusCode(200);
        as("minamioguni").get(read).then().statusCode(200);
        Response page = asHanako().queryParam("limit", 1).get("/v1/me/reads");
        page.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].purpose", equalTo("MUNICIPALITY_RECORD"))
                .body("items[0].organization", equalTo("00000000-0000-7000-8000-000000434230"));
        asHanako()
                .get("/v1/me/reads")
                .then()
                .body("items", hasSize(before + 2))
                .body("items.organization", everyItem(is("00000000-0000-7000-8000-000000434230")));
        asHanako()
                .queryParam("cursor", page.<String>path("next"))
                .get("/v1/me/reads")
                .then()
                .body("items", hasSize(before + 1));
    }

    @Test
    void of_registrations_made_at_once_one_holds() throws Exception {
        List<Integer> codes = atOnce(4, () -> keep(HANAKO, null));
        assertThat(codes).containsOnlyOnce(200);
        assertThat(codes.subList(1, 4)).isSubsetOf(409, 428);
    }

    @Test
    void whoever_left_may_come_back() {
        String revision = keep(HANAKO, null).header("ETag");
        asHanako()
                .header("If-Match", revision)
                .delete("/v1/supporters/" + ID)
                .then()
                .statusCode(204);
        asHanako().get("/v1/me").then().statusCode(404);
        keep(HANAKO, null).then().statusCode(200);
        asHanako().get("/v1/me").then().statusCode(200).body("ties", hasSize(1));
    }

    private static Response keep(String body, String ifMatch) {
        var request = asHanako().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/me");
    }
}
