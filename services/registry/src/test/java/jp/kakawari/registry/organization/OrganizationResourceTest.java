package jp.kakawari.registry.organization;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OrganizationResourceTest {

    @Test
    void the_secretariat_lists_an_organization_and_everybody_reads_it() {
        UUID id = UUID.randomUUID();
        put(id, npo("ACTIVE", "里山ネット"), null)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("里山ネット"));
        anonymously()
                .get("/v1/organizations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("kind", equalTo("NPO"))
                .body("state", equalTo("ACTIVE"));
        anonymously()
                .header("If-None-Match", "\"1\"")
                .get("/v1/organizations/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void saying_the_same_again_needs_no_revision_and_a_change_does() {
        UUID id = UUID.randomUUID();
        put(id, npo("ACTIVE", "里山ネット"), null).then().statusCode(200);
        put(id, npo("ACTIVE", "里山ネット"), null).then().statusCode(200).header("ETag", "\"1\"");
        put(id, npo("SUSPENDED", "里山ネット"), null).then().statusCode(428);
        put(id, npo("SUSPENDED", "里山ネット"), "\"7\"").then().statusCode(412);
        put(id, npo("SUSPENDED", "里山ネット"), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("SUSPENDED"));
    }

    @Test
    void a_government_is_listed_once_and_found_by_its_code() {
        UUID tsunan = UUID.randomUUID();
        put(tsunan, government("津南町", "154822"), null).then().statusCode(200);
        put(UUID.randomUUID(), government("津南", "154822"), null)
                .then()
                .statusCode(409)
                .body("code", equalTo("government-taken"));
        anonymously()
                .queryParam("government", "15482")
                .queryParam("count", true)
                .get("/v1/organizations")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("items.id", hasItem(tsunan.toString()));
        anonymously()
                .queryParam("kind", "NPO")
                .get("/v1/organizations")
                .then()
                .statusCode(200)
                .body("items.kind", everyItem(equalTo("NPO")));
    }

    @Test
    void of_two_who_claim_a_government_at_once_one_gets_it() throws Exception {
        assertThat(atOnce(4, () -> put(UUID.randomUUID(), government("十日町市", "152102"), null)))
                .containsExactly(200, 409, 409, 409);
    }

    @Test
    void of_first_statements_at_once_one_holds() throws Exception {
        UUID id = UUID.randomUUID();
        List<Integer> codes =
                atOnce(4, () -> put(id, npo("ACTIVE", UUID.randomUUID().toString()), null));
        assertThat(codes).containsOnlyOnce(200);
        assertThat(codes.subList(1, 4)).isSubsetOf(409, 428);
    }

    @Test
    void the_list_comes_in_pages() {
        put(UUID.randomUUID(), npo("ACTIVE", "一"), null).then().statusCode(200);
        put(UUID.randomUUID(), npo("ACTIVE", "二"), null).then().statusCode(200);
        Response first = anonymously().queryParam("limit", 1).get("/v1/organizations");
        first.then().statusCode(200).body("items.size()", equalTo(1)).header("Link", notNullValue());
        anonymously()
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get("/v1/organizations")
                .then()
                .statusCode(200)
                .body("items[0].id", greaterThan(first.<String>path("items[0].id")));
    }

    @Test
    void what_breaks_a_rule_is_named() {
        put(UUID.randomUUID(), """
                        {"state": "ACTIVE", "kind": "GOVERNMENT", "name": "どこか"}""", null).then().statusCode(422).body("errors.pointer", hasItem("/government"));
        put(UUID.randomUUID(), government("どこか", "21299"), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/government"));
        put(UUID.randomUUID(), npo("ACTIVE", " "), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/name"));
        anonymously().get("/v1/organizations/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static Response put(UUID id, String body, String ifMatch) {
        var request = as("secretariat").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/organizations/" + id);
    }

    private static String npo(String state, String name) {
        return """
                {"state": "%s", "kind": "NPO", "name": "%s"}""".formatted(state, name);
    }

    private static String government(String name, String code) {
        return """
                {"state": "ACTIVE", "kind": "GOVERNMENT", "name": "%s", "government": "%s"}""".formatted(name, code);
    }
}
