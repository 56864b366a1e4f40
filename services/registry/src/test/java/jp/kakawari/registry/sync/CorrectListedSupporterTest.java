package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.sync.ListSender.MINAMIOGUNI;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Whom a list brought can be corrected, though the list holds less and more than a registration may. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class CorrectListedSupporterTest {

    private static final String LONG_SKILL = "竹林の整備と間伐材を使った遊歩道づくりの指導、安全講習の講師、チェーンソーの目立てと貸し出し".replace('、', 'と');

    @Test
    void a_member_with_a_name_only_gets_a_nickname() {
        String id = listed("CL-1", "会員番号,姓,名,できること\nCL-1,,翔,草刈り\n");
        correct(id, "{\"profile\": {\"nickname\": \"しょうさん\"}}").statusCode(204);
        correct(id, "{\"channel\": \"counter\"}").statusCode(204);
        correct(id, "{\"profile\": {\"interests\": [\"里山\"]}}").statusCode(204);
        as("minamioguni")
                .get("/v1/supporters/" + id)
                .then()
                .body("profile.nickname", equalTo("しょうさん"))
                .body("profile.givenName", equalTo("翔"))
                .body("profile.skills", contains("草刈り"))
                .body("ties", hasSize(1));
    }

    @Test
    void what_a_correction_names_is_checked_as_ever() {
        String id = listed("CL-2", "会員番号,姓,名,できること\nCL-2,,茜,草刈り\n");
        flaw(id, "{\"profile\": {\"skills\": [\"" + LONG_SKILL + "\"]}}", "/profile/skills/0");
        flaw(id, "{\"profile\": {\"nickname\": null}}", "/profile/familyName");
        flaw(id, "{\"profile\": {\"email\": null}}", "/profile/email");
        flaw(id, "{\"profile\": {\"email\": \"akane(at)example.jp\"}}", "/profile/email");
        flaw(id, "{\"profile\": {\"phone\": \"12\"}}", "/profile/phone");
        flaw(id, "{\"profile\": {\"birthDate\": \"2999-01-01\"}}", "/profile/birthDate");
        flaw(id, "{\"profile\": {\"country\": \"XX\"}}", "/profile/country");
        flaw(id, "{\"profile\": null}", "/profile");
        flaw(id, "{\"ties\": [{\"municipality\": \"210005\"}]}", "/ties/0/municipality");
    }

    private static String listed(String number, String list) {
        MINAMIOGUNI.sync(list);
        return as("minamioguni")
                .queryParam("memberNumber", number)
                .get("/v1/municipalities/434230/supporters")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private static void flaw(String id, String patch, String pointer) {
        correct(id, patch).statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse correct(String id, String patch) {
        return patching("minamioguni")
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/supporters/" + id)
                .then();
    }
}
