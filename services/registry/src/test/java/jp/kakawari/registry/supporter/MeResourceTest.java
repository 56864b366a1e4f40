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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class MeResourceTest {

    private static final String ID = "00000000-0000-7000-8000-0000000c0001";
    private static final String HANAKO = """
            {"profile": {"familyName": "山田", "givenName": "花子", "email": "hanako@example.jp", "interests": ["温泉"]},
             "ties": [{"municipality": "434230", "origins": ["SIGHTSEEING"], "mailConsent": true}]}""";

    @Inject
    PersonalData personalData;

    @Inject
    EntityManager database;

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
                .body("items[0..1].organization", everyItem(is("00000000-0000-7000-8000-000000434230")));
        asHanako().queryParam("count", true).get("/v1/me/reads").then().body("count", equalTo(before + 2));
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

    @Test
    void whoever_comes_back_is_not_handled_by_who_registered_them_once() {
        String revision = keep(HANAKO, null).header("ETag");
        change("update supporter set registered_by = '00000000-0000-7000-8000-00000000b001' where id = '" + ID + "'");
        asHanako()
                .header("If-Match", revision)
                .delete("/v1/supporters/" + ID)
                .then()
                .statusCode(204);
        keep(HANAKO, null).then().statusCode(200);
        as("sample-partner").get("/v1/supporters/" + ID).then().statusCode(404);
        asHanako().get("/v1/me").then().body("registeredBy", nullValue());
    }

    @Test
    void the_remarks_of_a_municipality_outlive_what_the_person_says_anew() {
        String revision = keep(HANAKO, null).header("ETag");
        UUID id = UUID.fromString(ID);
        Personal known = personalData.open(id, sealed());
        byte[] withRemarks = personalData.seal(id, remarked(known));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update supporter set personal = ?1 where id = ?2")
                        .setParameter(1, withRemarks)
                        .setParameter(2, id)
                        .executeUpdate());
        keep(HANAKO.replace("花子", "はな子"), revision).then().statusCode(200);
        assertThat(personalData.open(id, sealed()))
                .returns("移住相談あり", Personal::remarks)
                .returns("はな子", Personal::givenName);
    }

    private static Personal remarked(Personal known) {
        return new Personal(
                known.familyName(),
                known.givenName(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                known.email(),
                null,
                "移住相談あり");
    }

    private byte[] sealed() {
        return (byte[]) database.createNativeQuery("select personal from supporter where id = ?1", byte[].class)
                .setParameter(1, UUID.fromString(ID))
                .getSingleResult();
    }

    private void change(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private static Response keep(String body, String ifMatch) {
        var request = asHanako().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/me");
    }
}
