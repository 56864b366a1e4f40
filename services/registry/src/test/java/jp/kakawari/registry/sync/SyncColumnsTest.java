package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.sync.ListSender.MINAMIOGUNI;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** How supporters came: channel, group and referrer, and those of whom only an SNS account is known. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncColumnsTest {

    @Inject
    SyncTables tables;

    @Test
    void an_sns_account_is_enough_and_its_assurance_is_low() {
        Map<String, Object> report =
                MINAMIOGUNI.sync("会員番号,SNSアカウント,メールアドレス\nWAY-1,＠kiyora_fan,\nWAY-2,@b,b@example.jp\nWAY-3,,\n");
        assertThat(progress(report)).containsEntry("created", 2).containsEntry("rejected", 1);
        assertThat(report.get("rejections").toString()).contains("missingName");
        JsonPath fan = member("WAY-1");
        assertThat(fan.getString("assurance")).isEqualTo("LOW");
        assertThat(fan.getString("profile.snsAccount")).isEqualTo("@kiyora_fan");
        assertThat(member("WAY-2").getString("assurance")).isEqualTo("MEDIUM");

        MINAMIOGUNI.sync("会員番号,メールアドレス,SNSアカウント\nWAY-1,fan@example.jp,@kiyora_fan\n");
        assertThat(member("WAY-1").getString("assurance")).isEqualTo("MEDIUM");
    }

    @Test
    void an_account_is_enough_for_a_registration_too_and_stays_sealed() throws SQLException {
        String id = as("minamioguni")
                .header("Idempotency-Key", "sns-" + System.nanoTime())
                .body("""
                {"profile": {"snsAccount": "@only_a_handle"}}""")
                .post("/v1/supporters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("minamioguni").get("/v1/supporters/" + id).then().body("assurance", equalTo("LOW"));
        assertThat(tables.count("""
                        select count(*) from supporter s where id = '%s'
                        and position(convert_to('only_a_handle', 'UTF8') in convert_to(s::text, 'UTF8')) > 0""".formatted(id))).isZero();
    }

    @Test
    void a_referrer_may_stand_later_in_the_list_or_come_in_a_later_one() {
        Map<String, Object> report = MINAMIOGUNI.sync("""
                会員番号,氏名,紹介者の会員番号
                WAY-11,友 一,ＷＡＹ－12
                WAY-12,会 員,
                WAY-13,友 二,WAY-19
                WAY-14,友 三,WAY-14
                """);
        assertThat(progress(report)).containsEntry("created", 4).containsEntry("rejected", 0);
        assertThat(report.get("notices").toString()).contains("code=unknownReferrer", "count=2", "lines=[4, 5]");
        assertThat(member("WAY-11").getString("referrer"))
                .isEqualTo(member("WAY-12").getString("id"));
        assertThat(member("WAY-13").getString("referrer")).isNull();
        assertThat(member("WAY-14").getString("referrer")).isNull();
        MINAMIOGUNI.sync("会員番号,氏名\nWAY-19,遅 れ\n");
        assertThat(member("WAY-13").getString("referrer"))
                .isEqualTo(member("WAY-19").getString("id"));
        assertThat(MINAMIOGUNI
                        .sync("会員番号,氏名,紹介者の会員番号\nWAY-15,友 四,WAY-404\n", "dryRun=true")
                        .get("notices")
                        .toString())
                .contains("unknownReferrer", "lines=[2]");
    }

    @Test
    void channel_and_group_are_kept_until_a_list_says_otherwise() {
        MINAMIOGUNI.sync("会員番号,氏名,登録経路,団体\nWAY-21,清水,YOITOKO,熊本県人会\nWAY-22,髙橋,,\nWAY-23,田中,090-1234-5678,\n");
        assertThat(member("WAY-21").getString("channel")).isEqualTo("YOITOKO");
        assertThat(member("WAY-21").getString("tie.affiliation")).isEqualTo("熊本県人会");
        assertThat(member("WAY-22").getString("channel")).isEqualTo("list");
        assertThat(member("WAY-23")).isNull();
        MINAMIOGUNI.sync("会員番号,氏名\nWAY-21,清水 翔\n");
        assertThat(member("WAY-21").getString("channel")).isEqualTo("YOITOKO");
        assertThat(member("WAY-21").getString("tie.affiliation")).isEqualTo("熊本県人会");
        MINAMIOGUNI.sync("会員番号,氏名,登録経路,団体\nWAY-21,清水 翔,YOITOKO,\n");
        assertThat(member("WAY-21").getString("tie.affiliation")).isNull();
        MINAMIOGUNI.sync("会員番号,氏名,登録経路,団体\nWAY-21,清水 翔,,\n");
        assertThat(member("WAY-21").getString("channel")).isEqualTo("list");
        assertThat(member("WAY-21").getString("tie.affiliation")).isNull();
    }

    private static JsonPath member(String number) {
        JsonPath found = as("minamioguni")
                .get("/v1/municipalities/434230/supporters?memberNumber=" + number)
                .jsonPath();
        return found.getList("items").isEmpty() ? null : found.setRootPath("items[0]");
    }
}
