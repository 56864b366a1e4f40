package jp.kakawari.registry.municipality;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class TiedSupporterResourceTest {

    private static final String LIST = "/v1/municipalities/" + KASHIWAZAKI + "/supporters";

    @Inject
    EntityManager database;

    @Test
    void a_municipality_reads_its_own_supporters() {
        UUID id = register("sample-partner", """
                {"profile": {"familyName": "清水", "givenName": "翔", "email": "sho@example.jp", "skills": ["餅つき"]},
                 "ties": [{"municipality": "152056", "origins": ["FESTIVAL"], "mailConsent": true},
                          {"municipality": "212172", "origins": ["FRIEND"], "mailConsent": true}]}""");
        as("kashiwazaki")
                .queryParam("skill", "餅つき")
                .queryParam("stage", "CATCH")
                .queryParam("count", true)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("items.id", contains(id.toString()))
                .body("items[0].profile.familyName", equalTo("清水"))
                .body("items[0].tie.municipality", equalTo(KASHIWAZAKI))
                .body("items[0].tie.origins", contains("FESTIVAL"))
                .body("items[0].memberNumber", nullValue());
        as("kashiwazaki")
                .get(LIST + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("profile.email", equalTo("sho@example.jp"));
    }

    @Test
    void a_member_number_finds_one_however_it_is_typed() {
        UUID id = register("kashiwazaki", """
                {"profile": {"nickname": "会員", "phone": "0257-23-5111"}}""");
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("""
                        update tie set source_system = 'list', source_id = 'KA-000042'
                        where supporter = :id""").setParameter("id", id).executeUpdate());
        as("kashiwazaki")
                .queryParam("memberNumber", " ＫＡ－０００042")
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()))
                .body("items[0].memberNumber", equalTo("KA-000042"));
    }

    @Test
    void an_address_finds_whoever_has_it_and_only_on_ones_own_list() {
        String somebody = """
                {"profile": {"nickname": "kaede", "email": "Kaede@Example.jp"}, "ties": [{"municipality": "%s"}]}""";
        UUID id = register("sample-partner", somebody.formatted(KASHIWAZAKI));
        register("sample-partner", somebody.formatted("434230"));
        as("kashiwazaki")
                .body("{\"email\": \"kaede@example.jp\"}")
                .post("/v1/municipalities/" + KASHIWAZAKI + "/supporter-searches")
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()));
        assertThat(reads(id)).isEqualTo(1);
        as("minamioguni")
                .body("{\"email\": \"kaede@example.jp\"}")
                .post("/v1/municipalities/" + KASHIWAZAKI + "/supporter-searches")
                .then()
                .statusCode(403);
    }

    @Test
    void each_page_records_exactly_the_reads_of_what_it_showed() {
        List<UUID> three = IntStream.range(0, 3)
                .mapToObj(i -> register("sample-partner", """
                        {"profile": {"nickname": "p", "email": "p@example.jp", "skills": ["鯛茶漬け"]},
                         "ties": [{"municipality": "152056", "origins": [], "mailConsent": false}]}"""))
                .toList();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = page(cursor).get(LIST);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(seen)
                .containsExactlyElementsOf(three.stream().map(UUID::toString).toList());
        three.forEach(id -> assertThat(reads(id)).isEqualTo(1));
        as("kashiwazaki").get(LIST + "/" + three.getFirst()).then().statusCode(200);
        assertThat(reads(three.getFirst())).isEqualTo(2);
    }

    @Test
    void nobody_else_reads_them() {
        UUID id = register("sample-partner", somebody("own", KASHIWAZAKI));
        as("minamioguni").get(LIST).then().statusCode(403);
        as("minamioguni").get(LIST + "/" + id).then().statusCode(403);
        as("minamioguni")
                .get("/v1/municipalities/434230/supporters/" + id)
                .then()
                .statusCode(404);
        as("secretariat").get(LIST).then().statusCode(403);
        as("gifu").get(LIST).then().statusCode(403);
        as("sample-partner").get(LIST).then().statusCode(403);
        assertThat(reads(id)).isZero();
    }

    @Test
    void an_ended_tie_is_not_listed() {
        UUID id = register("sample-partner", somebody("leaver", KASHIWAZAKI));
        patching("sample-partner")
                .header("If-Match", "\"1\"")
                .body("{\"ties\": []}")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        as("kashiwazaki").get(LIST + "/" + id).then().statusCode(404);
    }

    @Test
    void filters_and_pages_that_can_not_be_are_refused() {
        as("kashiwazaki").queryParam("stage", "DEEP").get(LIST).then().statusCode(400);
        as("kashiwazaki").queryParam("limit", 201).get(LIST).then().statusCode(400);
        as("kashiwazaki").queryParam("cursor", "nonsense").get(LIST).then().statusCode(400);
        as("kashiwazaki").queryParam("skill", "無い技").get(LIST).then().body("items", hasSize(0));
    }

    private static RequestSpecification page(String cursor) {
        var request = as("kashiwazaki").queryParam("skill", "鯛茶漬け").queryParam("limit", 2);
        return cursor == null ? request : request.queryParam("cursor", cursor);
    }

    private long reads(UUID supporter) {
        return (Long) database.createNativeQuery("select count(*) from personal_read where supporter = :id", Long.class)
                .setParameter("id", supporter)
                .getSingleResult();
    }
}
