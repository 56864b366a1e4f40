package jp.kakawari.registry.consent;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.consent.Hanako.ID;
import static jp.kakawari.registry.consent.Hanako.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestMembers;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ConsentResourceTest {

    @Inject
    Traces database;

    @BeforeEach
    void hanako_joins() {
        Hanako.joins(false);
    }

    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @Test
    void terms_are_public_and_every_version_stays() {
        int first = Hanako.terms("sample-partner", PARTNER, "RESEARCH", "\"NAME\"");
        assertThat(Hanako.terms("sample-partner", PARTNER, "RESEARCH", "\"NAME\""))
                .isEqualTo(first);
        String terms = "/v1/recipients/" + PARTNER + "/terms";
        as("sample-partner").body("""
                {"fields": ["NAME"], "text": "別の条件"}""").put(terms + "/RESEARCH").then().statusCode(428);
        int second = Hanako.terms("sample-partner", PARTNER, "RESEARCH", "\"PROFILE\", \"NAME\"");
        assertThat(second).isEqualTo(first + 1);
        anonymously()
                .get(terms + "/RESEARCH")
                .then()
                .body("version", equalTo(second))
                .body("fields", contains("NAME", "PROFILE"));
        anonymously()
                .queryParam("version", first)
                .get(terms + "/RESEARCH")
                .then()
                .body("fields", contains("NAME"));
        anonymously().get(terms).then().body("items.purpose", hasItems("RESEARCH"));
        as("other-partner").body("""
                {"fields": ["NAME"], "text": "他人の条件"}""").put(terms + "/RESEARCH").then().statusCode(403);
    }

    @Test
    void a_consent_is_to_the_terms_in_force_and_no_field_more() {
        int version = Hanako.terms("sample-partner", PARTNER, "POSTAL", "\"NAME\", \"ADDRESS\"");
        Hanako.gives(PARTNER, "POSTAL", version + 1)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/terms"));
        Hanako.decide(PARTNER, "POSTAL", """
                        {"state": "GIVEN", "terms": %d, "fields": ["CONTACT"]}""".formatted(version))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/fields"));
        Hanako.gives(UUID.randomUUID().toString(), "POSTAL", 1).then().statusCode(422);
        Hanako.decide(PARTNER, "POSTAL", """
                        {"state": "GIVEN", "terms": %d, "fields": ["NAME"]}""".formatted(version))
                .then()
                .statusCode(200)
                .body("fields", contains("NAME"))
                .body("through", equalTo("SELF"));
        asHanako()
                .body("{\"state\": \"REFUSED\"}")
                .put("/v1/me/consents/" + PARTNER + "/POSTAL")
                .then()
                .statusCode(428);
        Response withdrawn = Hanako.withdraws(PARTNER, "POSTAL");
        withdrawn.then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        Hanako.withdraws(PARTNER, "POSTAL").then().body("revision", equalTo(withdrawn.<Integer>path("revision")));
        Hanako.withdraws(PARTNER, "RESEARCH").then().statusCode(404);
        asHanako()
                .queryParam("count", true)
                .get("/v1/me/consent-history?limit=2")
                .then()
                .body("items.state", contains("WITHDRAWN", "GIVEN"))
                .body("items.terms", contains(version, version));
        asHanako().get("/v1/me/consents?state=GIVEN").then().body("items", empty());
    }

    @Test
    void mail_to_a_municipality_is_the_tie_itself() {
        mail().body("items.state", not(hasItem("GIVEN")));
        Hanako.decide(MINAMIOGUNI, "MAIL", "{\"state\": \"GIVEN\"}")
                .then()
                .statusCode(200)
                .body("terms", nullValue());
        asHanako().get("/v1/me").then().body("ties[0].mailConsent", equalTo(true));
        Hanako.keep(false).then().statusCode(200);
        mail().body("items.state", contains("WITHDRAWN")).body("items.through", contains("SELF"));
        Hanako.keep(true).then().statusCode(200);
        mail().body("items.state", contains("GIVEN"));
        Hanako.withdraws(MINAMIOGUNI, "MAIL").then().statusCode(200);
        as("minamioguni")
                .get("/v1/municipalities/434230/supporters/" + ID)
                .then()
                .body("tie.mailConsent", equalTo(false));
        Hanako.decide("212172", "MAIL", "{\"state\": \"GIVEN\"}").then().statusCode(422);
    }

    @Test
    void who_registered_somebody_records_what_they_were_told_and_undoes_nothing() throws SQLException {
        database.execute("update supporter set registered_by = '%s' where id = '%s'".formatted(PARTNER, ID));
        int version = Hanako.terms("sample-partner", PARTNER, "MATCHING", "\"NAME\", \"PROFILE\"");
        String given = "{\"state\": \"GIVEN\", \"terms\": %d, \"through\": \"%s\"}";
        record("sample-partner", PARTNER, "MATCHING", given.formatted(version, "SELF"))
                .then()
                .statusCode(422);
        record("other-partner", PARTNER, "MATCHING", given.formatted(version, "PAPER"))
                .then()
                .statusCode(404);
        record("sample-partner", PARTNER, "MATCHING", given.formatted(version, "PAPER"))
                .then()
                .statusCode(200)
                .body("through", equalTo("PAPER"))
                .body("toldBy", equalTo(PARTNER));
        Hanako.withdraws(PARTNER, "MATCHING").then().statusCode(200);
        record("sample-partner", PARTNER, "MATCHING", given.formatted(version, "PHONE"))
                .then()
                .statusCode(409)
                .body("code", equalTo("refused-by-the-person"));
        record("sample-partner", PARTNER, "MATCHING", "{\"state\": \"REFUSED\", \"through\": \"PAPER\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("through", equalTo("SELF"))
                .body("revision", equalTo(2));
        Hanako.gives(PARTNER, "MATCHING", version).then().statusCode(200);
        record("sample-partner", PARTNER, "MATCHING", "{\"state\": \"REFUSED\", \"through\": \"PAPER\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("through", equalTo("PAPER"))
                .body("toldBy", equalTo(PARTNER));
        Hanako.withdraws(MINAMIOGUNI, "MAIL");
        Hanako.decide(MINAMIOGUNI, "MAIL", "{\"state\": \"REFUSED\"}").then().statusCode(200);
        String patch = "{\"ties\": [{\"municipality\": \"434230\", \"mailConsent\": %s}]}";
        patching("sample-partner")
                .header("If-Match", "*")
                .body(patch.formatted(true))
                .patch("/v1/supporters/" + ID)
                .then()
                .statusCode(409);
        patching("sample-partner")
                .header("If-Match", "*")
                .body(patch.formatted(false))
                .patch("/v1/supporters/" + ID)
                .then()
                .statusCode(204);
    }

    @Test
    void a_minor_consents_to_nothing_without_a_guardian_and_may_refuse() throws SQLException {
        Hanako.leaves();
        asHanako()
                .body("""
                        {"profile": {"nickname": "中学生", "email": "minor@example.jp", "birthDate": "%s"}}""".formatted(LocalDate.now().minusYears(14)))
                .put("/v1/me")
                .then()
                .statusCode(200);
        database.execute("update supporter set registered_by = '%s' where id = '%s'".formatted(PARTNER, ID));
        int version = Hanako.terms("sample-partner", PARTNER, "MATCHING", "\"NAME\", \"PROFILE\"");
        Hanako.gives(PARTNER, "MATCHING", version)
                .then()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-needed"));
        record("sample-partner", PARTNER, "MATCHING", """
                        {"state": "GIVEN", "terms": %d, "through": "PAPER"}""".formatted(version))
                .then()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-needed"));
        Hanako.decide(PARTNER, "MATCHING", "{\"state\": \"REFUSED\"}").then().statusCode(200);
    }

    @Test
    void who_never_asked_is_not_refused() throws SQLException {
        String nobody = UUID.randomUUID().toString();
        Hanako.decide(nobody, "POSTAL", "{\"state\": \"REFUSED\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/state"));
        assertThat(database.query("select count(*)::text from consent where recipient = '%s'".formatted(nobody)))
                .containsExactly("0");
        Hanako.decide("194425", "POSTAL", "{\"state\": \"REFUSED\"}").then().statusCode(200);
    }

    @Test
    void a_suspended_registrant_records_what_was_refused_and_nothing_that_was_given() throws SQLException {
        String iga = TestMembers.government("242161");
        database.execute("update supporter set registered_by = '%s' where id = '%s'".formatted(iga, ID));
        int version = Hanako.terms("iga", "242161", "MATCHING", "\"NAME\"");
        step(iga, "suspension");
        try {
            record("iga", "242161", "MATCHING", """
                            {"state": "GIVEN", "terms": %d, "through": "PAPER"}""".formatted(version)).then().statusCode(403);
            record("iga", "242161", "MATCHING", "{\"state\": \"REFUSED\", \"through\": \"PAPER\"}")
                    .then()
                    .statusCode(200);
        } finally {
            step(iga, "reinstatement");
        }
    }

    private static void step(String organization, String step) {
        post("secretariat", "/v1/organizations/" + organization + "/" + step, "{\"reason\": \"会費の未納\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void who_leaves_consents_to_nothing_and_the_proof_stays() throws SQLException {
        Hanako.keep(true).then().statusCode(200);
        int version = Hanako.terms("sample-partner", PARTNER, "MATCHING", "\"NAME\", \"PROFILE\"");
        Hanako.gives(PARTNER, "MATCHING", version).then().statusCode(200);
        int before = steps().size();
        Hanako.leaves();
        assertThat(database.query(
                        "select count(*)::text from consent where state = 'GIVEN' and supporter = '%s'".formatted(ID)))
                .containsExactly("0");
        assertThat(steps()).hasSize(before + 2).endsWith("WITHDRAWN ERASURE", "WITHDRAWN ERASURE");
    }

    private List<String> steps() throws SQLException {
        return database.query(
                "select state || ' ' || through from consent_history where supporter = '%s' order by id".formatted(ID));
    }

    private static ValidatableResponse mail() {
        return asHanako().get("/v1/me/consents?purpose=MAIL&recipient=434230").then();
    }

    private static Response record(String client, String recipient, String purpose, String body) {
        return as(client)
                .header("If-Match", "*")
                .body(body)
                .put("/v1/supporters/" + ID + "/consents/" + recipient + "/" + purpose);
    }
}
