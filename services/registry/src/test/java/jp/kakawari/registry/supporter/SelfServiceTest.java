package jp.kakawari.registry.supporter;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.consent.Hanako.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
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

/** What people do for themselves: begin with little, tell more later, live abroad, be young. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SelfServiceTest {

    private static final String GUARDIAN = """
            {"name": "後見 守", "relation": "PARENT", "contact": "090-5555-0000", "consents": true}""";

    @Inject
    Traces traces;

    @BeforeEach
    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @Test
    void a_nickname_and_an_address_are_enough_and_the_rest_comes_later() {
        keep("\"nickname\": \"はな\", \"email\": \"hana@example.jp\"", "").then().statusCode(200);
        float little = asHanako().get("/v1/me").path("profileCompleteness");
        asHanako()
                .get("/v1/me")
                .then()
                .body("missing", hasItems("familyName", "birthDate", "skills"))
                .body("missing", not(hasItem("email")));
        keep("""
                "familyName": "山田", "givenName": "花子", "familyNameKana": "ヤマダ", "birthDate": "1990-04-01", "prefecture": "13",
                "email": "hana@example.jp", "phone": "090-1234-0000", "interests": ["里山"], "skills": ["翻訳"],
                "languages": ["ja"], "mode": "HYBRID\"""", "").then().statusCode(200);
        asHanako()
                .get("/v1/me")
                .then()
                .body("profileCompleteness", greaterThan(little))
                .body("profileCompleteness", equalTo(1.0f))
                .body("missing", empty());
        UUID other = register("sample-partner", TestApi.somebody("completeness", "434230"));
        as("sample-partner").get("/v1/supporters/" + other).then().body("profileCompleteness", nullValue());
    }

    @Test
    void who_lives_abroad_needs_no_prefecture_and_names_their_languages() {
        keep(
                        "\"nickname\": \"美玲\", \"email\": \"mei@example.tw\", \"country\": \"TW\", \"languages\": [\"zh_tw\", \"ja\", \"zh-TW\"]",
                        "")
                .then()
                .statusCode(200);
        asHanako()
                .get("/v1/me")
                .then()
                .body("profile.country", equalTo("TW"))
                .body("profile.prefecture", nullValue())
                .body("profile.languages", contains("zh-TW", "ja"))
                .body("missing", not(hasItem("prefecture")));
        keep("\"nickname\": \"美玲\", \"email\": \"mei@example.tw\", \"languages\": [\"ja\", \"中文!\"]", "")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/profile/languages/1"));
    }

    @Test
    void whoever_is_under_18_needs_a_guardian_before_a_tie_or_a_membership() throws SQLException {
        String minor = "\"nickname\": \"こども\", \"email\": \"kid@example.jp\", \"birthDate\": \"%s\""
                .formatted(LocalDate.now().minusYears(18).plusDays(2));
        String tie = ", \"ties\": [{\"municipality\": \"434230\"}]";
        keep(minor, tie)
                .then()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-needed"))
                .body("errors[0].pointer", equalTo("/guardian"));
        keep(minor, "").then().statusCode(200);
        TestSchemes.open("minamioguni", "ss-minors", "こどもの会", TestApi.MINAMIOGUNI);
        join().then().statusCode(422).body("why.rule", contains("GUARDIAN"));
        keep(minor, tie + ", \"guardian\": " + GUARDIAN.replace("true", "false"))
                .then()
                .statusCode(422);
        keep(minor, tie + ", \"guardian\": " + GUARDIAN).then().statusCode(200);
        keep(minor, tie).then().statusCode(200);
        join().then().statusCode(201);
        asHanako()
                .get("/v1/me/consent-history")
                .then()
                .body("items.purpose", hasItem("GUARDIAN"))
                .body("items.through", hasItem("GUARDIAN"));
        assertThat(traces.rows()).noneMatch(row -> row.contains("後見 守"));
        Hanako.leaves();
        assertThat(traces.query("select count(*)::text from guardian where supporter = '%s'".formatted(ID)))
                .containsExactly("0");
    }

    @Test
    void who_is_of_age_today_needs_none_and_who_registers_a_minor_names_them() {
        keep(
                        "\"nickname\": \"おとな\", \"email\": \"adult@example.jp\", \"birthDate\": \"%s\""
                                .formatted(LocalDate.now().minusYears(18).minusDays(1)),
                        ", \"ties\": [{\"municipality\": \"434230\"}]")
                .then()
                .statusCode(200);
        String minor = """
                {"profile": {"nickname": "小学生", "phone": "090-1111-2222", "birthDate": "2018-05-05"}%s}""";
        post("minamioguni", "/v1/supporters", minor.formatted("")).then().statusCode(422);
        String id = post("minamioguni", "/v1/supporters", minor.formatted(", \"guardian\": " + GUARDIAN))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        patching("minamioguni")
                .header("If-Match", "*")
                .body("{\"profile\": {\"nickname\": \"小学２年生\"}}")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void who_tells_later_that_they_are_under_18_needs_a_guardian_for_the_ties_that_stand() throws SQLException {
        String somebody = "\"nickname\": \"あとで\", \"email\": \"later@example.jp\"";
        String birthDate = "\"birthDate\": \"%s\"".formatted(LocalDate.now().minusYears(14));
        keep(somebody, ", \"ties\": [{\"municipality\": \"152056\"}]").then().statusCode(200);
        keep(somebody + ", " + birthDate, "").then().statusCode(422).body("code", equalTo("guardian-consent-needed"));
        keep(somebody + ", " + birthDate, ", \"guardian\": " + GUARDIAN).then().statusCode(200);
        UUID registered = register("minamioguni", """
                {"profile": {"nickname": "中学生", "phone": "090-1111-3333"}}""");
        correct(registered, "{\"profile\": {" + birthDate + "}}").then().statusCode(422);
        correct(registered, "{\"ties\": [], \"profile\": {" + birthDate + "}}")
                .then()
                .statusCode(204);
        UUID listed = register("minamioguni", """
                {"profile": {"nickname": "名簿の中学生", "phone": "090-1111-4444"}}""");
        traces.execute("update tie set source_system = 'list', source_id = 'SS-LISTED' where supporter = '%s'"
                .formatted(listed));
        correct(listed, "{\"profile\": {" + birthDate + "}}").then().statusCode(204);
    }

    private static Response correct(UUID supporter, String patch) {
        return patching("minamioguni").header("If-Match", "*").body(patch).patch("/v1/supporters/" + supporter);
    }

    @Test
    void organisations_are_counted_apart_and_origins_are_filtered() {
        int before = companies();
        UUID company = register("kashiwazaki", """
                {"profile": {"kind": "ORGANIZATION", "nickname": "見本工業", "phone": "0257-11-2222"},
                 "ties": [{"municipality": "152056", "origins": ["DISASTER_VOLUNTEERING", "WORK"]}]}""");
        register("kashiwazaki", """
                {"profile": {"nickname": "見本さん", "phone": "0257-11-3333"},
                 "ties": [{"municipality": "152056", "origins": ["WORK"]}]}""");
        as("kashiwazaki")
                .get("/v1/municipalities/152056/supporter-counts?by=kind")
                .then()
                .statusCode(200)
                .body("counts.find { it.value == 'ORGANIZATION' }.supporters", equalTo(before + 1))
                .body("counts.value", hasSize(2));
        as("kashiwazaki")
                .get("/v1/municipalities/152056/supporters?origin=DISASTER_VOLUNTEERING&count=true")
                .then()
                .body("items.id", contains(company.toString()))
                .body("count", equalTo(1));
    }

    /** Organisations that other tests registered there. */
    private static int companies() {
        Integer known = as("kashiwazaki")
                .get("/v1/municipalities/152056/supporter-counts?by=kind")
                .path("counts.find { it.value == 'ORGANIZATION' }?.supporters");
        return known == null ? 0 : known;
    }

    private static Response join() {
        return asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/schemes/ss-minors/memberships");
    }

    private static Response keep(String profile, String more) {
        String revision = asHanako().get("/v1/me").header("ETag");
        var request = asHanako().body("{\"profile\": {" + profile + "}" + more + "}");
        return (revision == null ? request : request.header("If-Match", revision)).put("/v1/me");
    }
}
