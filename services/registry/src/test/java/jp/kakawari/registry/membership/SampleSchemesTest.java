package jp.kakawari.registry.membership;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestSchemes.put;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Schemes that exist are configured and not coded: the files of the sample world do what their offices say. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SampleSchemesTest {

    private static final Map<String, String> TOWNS =
            Map.of("kashiwazaki", "152056", "minamioguni", "434230", "kosuge", "194425", "iga", "242161");

    @Test
    void the_national_scheme_takes_three_towns_but_not_ones_own_and_premium_needs_three_activities() throws Exception {
        for (var town : TOWNS.entrySet()) {
            state("furusato-toroku", town.getKey(), town.getValue());
        }
        UUID person = somebody("152056");
        join("furusato-toroku-152056", person, "").then().statusCode(422).body("why.rule", hasItem("OWN_RESIDENT"));
        String first = admitted("minamioguni", "434230", person);
        admitted("kosuge", "194425", person);
        String third = join("furusato-toroku-242161", person, "").path("id");
        decide("iga", "242161", third).then().statusCode(200).body("number", startsWith("FJ-"));
        UUID other = somebody("131016");
        for (String client : new String[] {"kashiwazaki", "minamioguni", "kosuge"}) {
            admitted(client, TOWNS.get(client), other);
        }
        join("furusato-toroku-242161", other, "")
                .then()
                .statusCode(422)
                .body("why.findAll {it.outcome == 'FAILED'}.rule", equalTo(List.of("PER_PERSON")));
        String place = "/v1/schemes/furusato-toroku-434230/memberships/" + first;
        for (int day = 0; day < 3; day++) {
            as("sample-partner").get(place).then().body("tier", equalTo("basic"));
            String today = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(day).toString();
            post(
                            "minamioguni",
                            "/v1/municipalities/434230/engagements",
                            engagement(
                                    person,
                                    "FARM_SUPPORT",
                                    today,
                                    UUID.randomUUID().toString()))
                    .then()
                    .statusCode(201);
        }
        as("sample-partner")
                .get(place)
                .then()
                .body("tier", equalTo("premium"))
                .body("registeredWith", equalTo(List.of("434230", "430005")));
    }

    @Test
    void the_fan_club_is_for_those_who_live_elsewhere() throws Exception {
        state("hida-fanclub", "hida", "212172");
        for (String home : new String[] {"212172", "212032", "216046"}) {
            join("hida-fanclub", somebody(home), "").then().statusCode(422).body("code", equalTo("not-eligible"));
        }
    }

    @Test
    void citizens_of_the_republic_pledge() throws Exception {
        state("kimotsuki-republic", "kashiwazaki", "152056");
        join("kimotsuki-republic", somebody("131016"), "").then().statusCode(422);
        join("kimotsuki-republic", somebody("131016"), ", \"pledgeVersion\": \"1\"")
                .then()
                .statusCode(201)
                .body("number", equalTo("UK-00001"))
                .body("pledgeVersion", equalTo("1"));
    }

    @Test
    void a_person_joins_by_themself_and_sees_their_memberships() throws Exception {
        state("kimotsuki-republic", "kashiwazaki", "152056");
        asHanako()
                .body("{\"profile\": {\"nickname\": \"花子\", \"email\": \"hanako@example.jp\", \"prefecture\": \"13\"}}")
                .put("/v1/me")
                .then()
                .statusCode(200);
        asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"pledgeVersion\": \"1\"}")
                .post("/v1/schemes/kimotsuki-republic/memberships")
                .then()
                .statusCode(201);
        asHanako().get("/v1/me/memberships?count=true").then().statusCode(200).body("items.state", hasItem("ACTIVE"));
        asHanako()
                .header("If-Match", "*")
                .delete("/v1/supporters/00000000-0000-7000-8000-0000000c0001")
                .then()
                .statusCode(204);
    }

    private static String admitted(String client, String town, UUID person) {
        String id = join("furusato-toroku-" + town, person, "")
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .extract()
                .path("id");
        decide(client, town, id).then().statusCode(200).body("state", equalTo("ACTIVE"));
        return id;
    }

    private static Response decide(String client, String town, String id) {
        return post(
                client,
                "/v1/schemes/furusato-toroku-" + town + "/memberships/" + id + "/decision",
                "{\"approve\": true}");
    }

    private static Response join(String scheme, UUID person, String more) {
        return post(
                "sample-partner",
                "/v1/schemes/" + scheme + "/memberships",
                "{\"supporter\": \"%s\"%s}".formatted(person, more));
    }

    private static UUID somebody(String home) {
        return register("sample-partner", """
                {"profile": {"nickname": "%1$s", "email": "%1$s@example.jp", "localGovernmentCode": "%2$s"}}
                """.formatted(UUID.randomUUID(), home));
    }

    private static void state(String name, String client, String municipality) throws IOException {
        try (InputStream in = SampleSchemesTest.class.getResourceAsStream("/sample/schemes/" + name + ".json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode sample = JsonMapper.builder().build().readTree(text.replace("{municipality}", municipality));
            put(client, sample.path("code").asText(), sample.path("scheme").toString(), null)
                    .then()
                    .statusCode(200);
        }
    }
}
