package jp.kakawari.registry.supporter;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SupporterResourceTest {

    private static final String SHO = """
            {"profile": {"familyName": "清水", "givenName": "翔", "familyNameKana": "しみず", "givenNameKana": "ｼｮｳ",
              "birthDate": "昭和35年7月16日", "gender": "FEMALE", "postalCode": "〒945-0066",
              "address": "新潟県柏崎市西本町3-2-8", "phone": "０７０９０２７４０４４", "email": "sho@example.jp",
              "interests": ["里山"], "skills": ["翻訳", "林業"], "mode": "HYBRID"},
             "ties": [{"municipality": "152056", "origins": ["BIRTHPLACE"], "mailConsent": true},
                      {"municipality": "43423", "origins": ["FESTIVAL", "FRIEND"], "mailConsent": false}],
             "channel": "web"}
            """;

    @Inject
    Traces traces;

    @Test
    void a_partner_registers_a_supporter_and_reads_them_in_one_form() {
        Response created = post("sample-partner", "/v1/supporters", SHO);
        String id =
                created.then().statusCode(201).header("ETag", "\"1\"").extract().path("id");
        created.then().header("Location", endsWith("/v1/supporters/" + id)).body("profile", nullValue());
        as("sample-partner")
                .get("/v1/supporters/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("profile.familyNameKana", equalTo("シミズ"))
                .body("profile.birthDate", equalTo("1960-07-16"))
                .body("profile.postalCode", equalTo("9450066"))
                .body("profile.phone", equalTo("070-9027-4044"))
                .body("profile.prefecture", equalTo("15"))
                .body("profile.localGovernmentCode", equalTo(KASHIWAZAKI))
                .body("channel", equalTo("web"))
                .body("registeredBy", equalTo("00000000-0000-7000-8000-00000000b001"))
                .body("createdAt", endsWith("+09:00"))
                .body("ties.municipality", contains(KASHIWAZAKI, MINAMIOGUNI))
                .body("ties.resident", contains(true, false))
                .body("ties.stage", contains("CATCH", "CATCH"));
    }

    @Test
    void each_read_of_a_record_by_its_registrant_is_recorded() throws SQLException {
        UUID id = register("sample-partner", SHO);
        String reads = """
                select concat_ws(' ', reader_organization, purpose) from personal_read where supporter = '%s'""".formatted(id);
        assertThat(traces.query(reads)).isEmpty();
        for (int time = 1; time <= 2; time++) {
            as("sample-partner").get("/v1/supporters/" + id).then().statusCode(200);
            as("other-partner").get("/v1/supporters/" + id).then().statusCode(404);
            assertThat(traces.query(reads))
                    .hasSize(time)
                    .allMatch("00000000-0000-7000-8000-00000000b001 RECORD"::equals);
        }
    }

    @Test
    void a_nickname_and_an_address_are_enough() {
        register("sample-partner", """
                {"profile": {"nickname": "しょうさん", "email": "sho@example.jp"}}""");
    }

    @Test
    void a_municipality_registers_for_itself_and_sees_no_tie_but_its_own() {
        UUID id = register("minamioguni", """
                {"profile": {"familyName": "河津", "phone": "0967-42-1111"}}""");
        as("minamioguni")
                .get("/v1/supporters/" + id)
                .then()
                .body("ties.municipality", contains(MINAMIOGUNI))
                .body("profile.country", nullValue());
        post("minamioguni", "/v1/supporters", somebody("foreign", KASHIWAZAKI))
                .then()
                .statusCode(403);
    }

    @Test
    void nobody_else_learns_that_a_supporter_is_there() {
        UUID id = register("sample-partner", somebody("hidden", MINAMIOGUNI));
        for (String other : new String[] {"other-partner", "minamioguni"}) {
            as(other).get("/v1/supporters/" + id).then().statusCode(404);
            as(other)
                    .header("If-Match", "\"1\"")
                    .delete("/v1/supporters/" + id)
                    .then()
                    .statusCode(404);
            patching(other)
                    .header("If-Match", "\"1\"")
                    .body("{}")
                    .patch("/v1/supporters/" + id)
                    .then()
                    .statusCode(404);
        }
        for (String stranger : new String[] {"secretariat", "gifu", "sample-intermediary"}) {
            as(stranger).get("/v1/supporters/" + id).then().statusCode(403);
        }
    }

    @Test
    void a_correction_names_the_revision_that_it_corrects() {
        UUID id = register("sample-partner", SHO);
        String phone = """
                {"profile": {"phone": "090-1111-2222", "mode": null}}""";
        patch(id, null, phone).then().statusCode(428);
        patch(id, "\"9\"", phone).then().statusCode(412);
        patch(id, "\"1\"", phone).then().statusCode(204).header("ETag", "\"2\"");
        as("sample-partner")
                .get("/v1/supporters/" + id)
                .then()
                .body("profile.phone", equalTo("090-1111-2222"))
                .body("profile.mode", nullValue())
                .body("profile.familyName", equalTo("清水"))
                .body("ties", hasSize(2));
    }

    @Test
    void of_corrections_made_at_once_one_holds_and_the_others_learn_it() throws Exception {
        UUID id = register("sample-partner", SHO);
        assertThat(atOnce(4, () -> patch(id, "\"1\"", """
                {"channel": "app"}"""))).containsExactly(204, 412, 412, 412);
        as("sample-partner").get("/v1/supporters/" + id).then().header("ETag", "\"2\"");
    }

    @Test
    void a_list_of_ties_replaces_the_ties_and_a_move_makes_a_resident() {
        UUID id = register("sample-partner", SHO);
        patch(id, "\"1\"", """
                {"profile": {"localGovernmentCode": "434230", "prefecture": null, "address": null},
                 "ties": [{"municipality": "434230", "origins": ["FRIEND"], "mailConsent": true}]}""").then().statusCode(204);
        as("sample-partner")
                .get("/v1/supporters/" + id)
                .then()
                .body("ties.municipality", contains(MINAMIOGUNI))
                .body("ties.resident", contains(true))
                .body("ties[0].mailConsent", equalTo(true));
    }

    @Test
    void a_new_address_moves_who_gave_none_but_it() {
        UUID id = register("sample-partner", SHO);
        patch(id, "\"1\"", """
                {"profile": {"address": "熊本県阿蘇郡南小国町赤馬場143"}}""").then().statusCode(204);
        as("sample-partner")
                .get("/v1/supporters/" + id)
                .then()
                .body("profile.prefecture", equalTo("43"))
                .body("profile.localGovernmentCode", equalTo(MINAMIOGUNI))
                .body("ties.municipality", contains(KASHIWAZAKI, MINAMIOGUNI))
                .body("ties.resident", contains(false, true));
        patch(id, "\"2\"", """
                {"profile": {"localGovernmentCode": "152056"}}""").then().statusCode(204);
        as("sample-partner").get("/v1/supporters/" + id).then().body("profile.prefecture", equalTo("15"));
    }

    @Test
    void what_only_the_platform_says_is_no_part_of_a_correction() {
        UUID id = register("sample-partner", SHO);
        patch(id, "\"1\"", """
                {"registeredBy": "00000000-0000-7000-8000-00000000b002"}""").then().statusCode(400);
        patch(id, "\"1\"", """
                {"profile": null}""").then().statusCode(422).body("errors.pointer", hasItem("/profile"));
        patch(id, "\"1\"", """
                {"profile": {"skills": ["sho@example.jp"]}}""").then().statusCode(422).body("errors.pointer", hasItem("/profile/skills/0"));
        as("sample-partner").get("/v1/supporters/" + id).then().header("ETag", "\"1\"");
    }

    @Test
    void a_removed_supporter_is_gone_for_everybody() {
        UUID id = register("sample-partner", SHO);
        as("sample-partner").delete("/v1/supporters/" + id).then().statusCode(428);
        as("sample-partner")
                .header("If-Match", "\"1\"")
                .delete("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        as("sample-partner").get("/v1/supporters/" + id).then().statusCode(404);
        as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/supporters/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void the_same_request_twice_registers_once() {
        String key = UUID.randomUUID().toString();
        String first = once(key, somebody("twice", MINAMIOGUNI))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        once(key, somebody("twice", MINAMIOGUNI)).then().statusCode(201).body("id", equalTo(first));
        once(key, somebody("another", MINAMIOGUNI)).then().statusCode(422);
        as("sample-partner").body(SHO).post("/v1/supporters").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'profile': {'email': 'sho@example.jp'}}|/profile/familyName",
                "{'profile': {'familyName': ' 　', 'email': 'sho@example.jp'}}|/profile/familyName",
                "{'profile': {'nickname': 'しょう'}}|/profile/email",
                "{'profile': {'nickname': 'しょう', 'email': 'sho(at)example.jp'}}|/profile/email",
                "{'profile': {'nickname': 'しょう', 'phone': '12345'}}|/profile/phone",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'country': 'XX'}}|/profile/country",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'prefecture': '架空県'}}|/profile/prefecture",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'country': 'TW', 'prefecture': '13'}}|/profile/prefecture",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'postalCode': '12'}}|/profile/postalCode",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'birthDate': '2999-01-01'}}|/profile/birthDate",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'birthDate': '春ごろ'}}|/profile/birthDate",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'localGovernmentCode': '210005'}}|/profile/localGovernmentCode",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'localGovernmentCode': '212173'}}|/profile/localGovernmentCode",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp', 'skills': ['電話 090-1111-2222']}}|/profile/skills/0",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp'}, 'channel': 'a@b.jp'}|/channel",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp'}, 'ties': [{'municipality': '212173'}]}|/ties/0/municipality",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp'}, 'ties': [{'municipality': '210005'}]}|/ties/0/municipality",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp'}, 'ties': [{'municipality': '212172'},{'municipality': '21217'}]}|/ties/1/municipality",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp'}, 'ties': [{'municipality': '212172', 'origins': ['MAGIC']}]}|/ties/0/origins/0",
                "{'profile': {'nickname': 'しょう', 'email': 'a@b.jp'}, 'ties': [null]}|/ties/0",
                "{}|/profile",
            })
    void each_flaw_is_named_by_its_place(String body, String pointer) {
        post("sample-partner", "/v1/supporters", body.replace('\'', '"'))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("detail", not(endsWith("null")));
    }

    private static Response once(String key, String body) {
        return as("sample-partner").header("Idempotency-Key", key).body(body).post("/v1/supporters");
    }

    private static Response patch(UUID id, String ifMatch, String body) {
        var request = patching("sample-partner").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/v1/supporters/" + id);
    }
}
