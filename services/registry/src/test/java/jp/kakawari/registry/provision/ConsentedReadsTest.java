package jp.kakawari.registry.provision;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.consent.Hanako.ID;
import static jp.kakawari.registry.consent.Hanako.PARTNER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.TestSchemes;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.consent.Hanako;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ConsentedReadsTest {

    private static final String RECIPIENT = "/v1/recipients/" + PARTNER;
    private static final String READ = RECIPIENT + "/supporters/" + ID;

    @Inject
    Traces traces;

    @BeforeEach
    void hanako_joins() {
        Hanako.joins(false);
    }

    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @Test
    void a_recipient_is_given_the_consented_fields_and_it_is_recorded_twice() {
        as("sample-partner").get(READ).then().statusCode(404);
        int terms = Hanako.terms("sample-partner", PARTNER, "PROVISION", "\"NAME\", \"CONTACT\", \"ENGAGEMENTS\"");
        Hanako.decide(PARTNER, "PROVISION", """
                        {"state": "GIVEN", "terms": %d, "fields": ["NAME", "ENGAGEMENTS"]}""".formatted(terms)).then().statusCode(200);
        post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        TestApi.engagement(Hanako.UUID_OF, "LEARNING", "2026-11-01", "consented-" + UUID.randomUUID()))
                .then()
                .statusCode(201);
        as("sample-partner")
                .get(READ)
                .then()
                .statusCode(200)
                .body("name.familyName", equalTo("山田"))
                .body("contact", nullValue())
                .body("profile", nullValue())
                .body("address", nullValue())
                .body("engagements.activity", hasItem("LEARNING"));
        asHanako()
                .get("/v1/me/reads?limit=1")
                .then()
                .body("items.purpose", contains("CONSENTED"))
                .body("items.organization", contains(PARTNER));
        String step = asHanako().get("/v1/me/consent-history?limit=1").path("items[0].id");
        for (var provisions : new Response[] {
            asHanako().get("/v1/me/provisions?count=true"), as("sample-partner").get(RECIPIENT + "/provisions")
        }) {
            provisions
                    .then()
                    .statusCode(200)
                    .body("items[0].recipient", equalTo(PARTNER))
                    .body("items[0].supporter", equalTo(ID))
                    .body("items[0].fields", contains("NAME", "ENGAGEMENTS"))
                    .body("items[0].terms", equalTo(terms))
                    .body("items[0].consent", equalTo(step));
        }
        as("other-partner").get(READ).then().statusCode(403);
        as("other-partner").get(RECIPIENT + "/provisions").then().statusCode(403);
    }

    @Test
    void who_withdraws_is_not_in_the_next_read() {
        int terms = Hanako.terms("sample-partner", PARTNER, "RESEARCH", "\"NAME\"");
        Hanako.gives(PARTNER, "RESEARCH", terms).then().statusCode(200);
        String list = RECIPIENT + "/supporters?purpose=RESEARCH&count=true";
        as("sample-partner").get(list).then().body("items.id", hasItem(ID));
        as("sample-partner").get(READ).then().statusCode(404);
        Hanako.withdraws(PARTNER, "RESEARCH").then().statusCode(200);
        as("sample-partner").get(list).then().body("items.id", not(hasItem(ID)));
        as("sample-partner").get(READ + "?purpose=RESEARCH").then().statusCode(404);
    }

    @Test
    void what_a_minor_consented_to_before_it_was_known_that_they_are_one_is_not_given() {
        int terms = Hanako.terms("sample-partner", PARTNER, "RESEARCH", "\"NAME\"");
        Hanako.gives(PARTNER, "RESEARCH", terms).then().statusCode(200);
        String list = RECIPIENT + "/supporters?purpose=RESEARCH&count=true";
        int before = as("sample-partner").get(list).path("count");
        becomes(LocalDate.now().minusYears(14), "");
        as("sample-partner").get(READ + "?purpose=RESEARCH").then().statusCode(404);
        as("sample-partner")
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(ID)))
                .body("count", equalTo(before - 1));
        becomes(LocalDate.now().minusYears(14), """
                , "guardian": {"name": "保護 者", "relation": "PARENT", "contact": "0967-42-1111", "consents": true}""");
        as("sample-partner").get(list).then().body("items.id", hasItem(ID));
        asHanako().header("If-Match", "*").delete("/v1/me/guardian").then().statusCode(204);
        as("sample-partner").get(READ + "?purpose=RESEARCH").then().statusCode(404);
    }

    private static void becomes(LocalDate birthDate, String more) {
        asHanako()
                .header("If-Match", "*")
                .body(
                        "{\"profile\": {\"nickname\": \"花子\", \"email\": \"hanako@example.jp\", \"birthDate\": \"%s\"}, \"ties\": []%s}"
                                .formatted(birthDate, more))
                .put("/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void members_with_a_skill_are_found_as_far_as_they_consented() throws SQLException {
        TestSchemes.open("minamioguni", "cr-citizens", "南小国応援市民", TestApi.MINAMIOGUNI);
        asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/schemes/cr-citizens/memberships")
                .then()
                .statusCode(201);
        String search = "/v1/schemes/cr-citizens/members?count=true&skill=";
        as("minamioguni")
                .get(search + "翻訳")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("count", equalTo(0));
        int terms = Hanako.terms("minamioguni", "434230", "MATCHING", "\"NAME\", \"PROFILE\"");
        Hanako.decide(
                "434230", "MATCHING", "{\"state\": \"GIVEN\", \"terms\": %d, \"fields\": [\"NAME\"]}".formatted(terms));
        as("minamioguni").get(search + "翻訳").then().body("items", empty());
        Hanako.gives("434230", "MATCHING", terms).then().statusCode(200);
        as("minamioguni")
                .get(search + "翻訳")
                .then()
                .body("items.id", contains(ID))
                .body("items[0].profile.skills", contains("翻訳"))
                .body("items[0].contact", nullValue());
        as("minamioguni").get(search + "木こり").then().body("items", empty());
        as("sample-partner").get(search + "翻訳").then().statusCode(403);
        as("kashiwazaki").get(search + "翻訳").then().statusCode(403);
        traces.execute("""
                update membership set joined_on = current_date - 9, valid_until = current_date - 3
                where scheme = 'cr-citizens'""");
        as("minamioguni").get(search + "翻訳").then().body("items", empty()).body("count", equalTo(0));
    }

    @Test
    void the_recipient_is_told_at_once() {
        post("sample-partner", "/v1/webhooks", """
                {"url": "https://example.org/consents", "eventTypes": ["jp.kakawari.registry.consent-changed.v1"], "paused": false}""").then().statusCode(201);
        String webhook = as("sample-partner").get("/v1/webhooks").path("items[-1].id");
        int terms = Hanako.terms("sample-partner", PARTNER, "DISASTER_CALL", "\"CONTACT\"");
        Hanako.decide(PARTNER, "DISASTER_CALL", "{\"state\": \"REFUSED\"}")
                .then()
                .statusCode(200);
        Hanako.gives(PARTNER, "DISASTER_CALL", terms).then().statusCode(200);
        Hanako.withdraws(PARTNER, "DISASTER_CALL").then().statusCode(200);
        as("sample-partner")
                .get("/v1/webhooks/" + webhook + "/deliveries?count=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(2));
        as("sample-partner")
                .header("If-Match", "*")
                .delete("/v1/webhooks/" + webhook)
                .then()
                .statusCode(204);
    }
}
