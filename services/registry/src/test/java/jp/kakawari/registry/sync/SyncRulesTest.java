package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.sync.ListSender.HIDA;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.KASHIWAZAKI;
import static jp.kakawari.registry.sync.ListSender.KOSUGE;
import static jp.kakawari.registry.sync.ListSender.MINAMIOGUNI;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Whom a whole list ends, who wins when both sides changed, and what a list leaves alone. Each test has a town of its own. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SyncRulesTest {

    @Inject
    SyncTables tables;

    @Inject
    Arrivals arrivals;

    @Inject
    SyncJobs jobs;

    @Inject
    ResumeSyncs resuming;

    @Inject
    DataSource database;

    @Test
    void of_two_rows_whose_numbers_differ_only_in_width_or_blanks_the_first_is_named() {
        String list = "会員番号,氏名\nSD-1,清水\nＳＤ－１,髙橋\nSD-2,田中\nSD - 1,佐藤\n";
        Map<String, Object> report = KOSUGE.sync(list);
        assertThat(progress(report)).containsEntry("created", 2).containsEntry("superseded", 2);
        assertThat(report.get("notices").toString()).contains("code=superseded", "count=2", "lines=[2, 3]");
    }

    @Test
    void a_snapshot_ends_whom_the_list_lacks_and_the_next_list_takes_them_back() throws SQLException {
        KASHIWAZAKI.sync(members(1, 10));
        long events = tables.events();
        // 9 is misspelt, so it stays; 10 is gone.
        String snapshot = members(1, 8) + "SN-9,\n";

        Map<String, Object> rehearsal = KASHIWAZAKI.sync(snapshot, "mode=SNAPSHOT&dryRun=true");
        assertThat(progress(rehearsal)).containsEntry("ended", 1).containsEntry("unchanged", 8);
        assertThat(tables.events()).isEqualTo(events);

        Map<String, Object> report = KASHIWAZAKI.sync(snapshot, "mode=SNAPSHOT");
        assertThat(progress(report))
                .containsEntry("ended", 1)
                .containsEntry("unchanged", 8)
                .containsEntry("rejected", 1);
        assertThat(tables.events()).isEqualTo(events + 1);
        assertThat(active(KASHIWAZAKI)).isEqualTo(9);

        assertThat(progress(KASHIWAZAKI.sync(members(10, 10)))).containsEntry("changed", 1);
        assertThat(active(KASHIWAZAKI)).isEqualTo(10);
        assertThat(tables.count("select count(*) from supporter s join tie t on t.supporter = s.id"
                        + " where t.municipality = '152056'"))
                .isEqualTo(10);
    }

    @Test
    void a_snapshot_that_would_end_too_many_changes_nothing() throws SQLException {
        IGA.sync(members(1, 10));
        long events = tables.events();

        Map<String, Object> refused = IGA.finished(IGA.send(members(1, 7).replace("清水", "髙橋"), "mode=SNAPSHOT"));

        assertThat(refused).containsEntry("state", "FAILED");
        assertThat(refused.get("failure").toString())
                .contains("tooManyWouldEnd", "wouldEnd=3", "listed=10", "10件のうち3件", "3 of 10; at most 20 %");
        Map<String, Object> rehearsal = IGA.finished(IGA.send(members(1, 7), "mode=SNAPSHOT&dryRun=true"));
        assertThat(rehearsal.get("failure").toString()).contains("wouldEnd=3", "listed=10");
        assertThat(tables.events()).isEqualTo(events);
        assertThat(active(IGA)).isEqualTo(10);
        assertThat(tables.staged()).isZero();
        assertThat(progress(IGA.sync(members(1, 7), "mode=SNAPSHOT&endAtMost=30")))
                .containsEntry("ended", 3);
    }

    @Test
    void what_changed_on_both_sides_is_reported_until_somebody_decides() throws SQLException {
        HIDA.sync("会員番号,氏名,電話番号,メール配信同意\nBS-1,清水 翔,090-1111-2222,○\n");
        UUID id = id("BS-1");
        patching("hida")
                .header("If-Match", etag("hida", id))
                .body("""
                        {"ties": [{"municipality": "212172", "origins": [], "mailConsent": false}]}""")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);

        String moved = "会員番号,氏名,電話番号,メール配信同意\nBS-1,清水 翔,090-3333-4444,○\n";
        Map<String, Object> conflict = HIDA.sync(moved);
        assertThat(progress(conflict)).containsEntry("rejected", 1).containsEntry("changed", 0);
        assertThat(conflict.get("rejections").toString()).contains("changedOnBothSides");
        assertThat(mailConsent("BS-1")).isFalse();

        assertThat(progress(HIDA.sync(moved, "onConflict=LIST"))).containsEntry("changed", 1);
        assertThat(mailConsent("BS-1")).isTrue();
        assertThat(progress(HIDA.sync(moved.replace("4444", "5555")))).containsEntry("changed", 1);
    }

    @Test
    void a_list_leaves_alone_what_it_has_no_column_for() throws SQLException {
        MINAMIOGUNI.sync("会員番号,氏名,住所,電話番号,できること,関わりのきっかけ,メール配信同意\nKC-1,清水 翔,東京都港区1,090-1111-2222,翻訳,出身,○\n");
        MINAMIOGUNI.sync("会員番号,氏名,電話番号\nKC-1,清水 翔,090-3333-4444\n");

        as("minamioguni")
                .get("/v1/supporters/" + id("KC-1"))
                .then()
                .statusCode(200)
                .body("profile.phone", equalTo("090-3333-4444"))
                .body("profile.skills", contains("翻訳"))
                .body("profile.prefecture", equalTo("13"))
                .body("profile.address", equalTo("東京都港区1"))
                .body("ties[0].origins", contains("BIRTHPLACE"))
                .body("ties[0].mailConsent", equalTo(true));
    }

    @Test
    void what_others_said_stays_however_often_a_list_comes_that_told_all_there_was() throws SQLException {
        String list = "会員番号,氏名,電話番号\nKC-3,清水 翔,090-1111-2222\n";
        MINAMIOGUNI.sync(list);
        MINAMIOGUNI.sync(list.replace("2222", "3333"));
        UUID id = id("KC-3");
        patching("minamioguni")
                .header("If-Match", etag("minamioguni", id))
                .body("{\"profile\": {\"nickname\": \"しょう\", \"postalCode\": \"1050001\"}}")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        for (String phone : List.of("4444", "5555")) {
            assertThat(progress(MINAMIOGUNI.sync(list.replace("2222", phone), "onConflict=LIST")))
                    .containsEntry("changed", 1);
        }
        MINAMIOGUNI.sync("会員番号,氏名\nKC-3,清水 葵\n");

        as("minamioguni")
                .get("/v1/supporters/" + id)
                .then()
                .statusCode(200)
                .body("profile.givenName", equalTo("葵"))
                .body("profile.phone", equalTo("090-1111-5555"))
                .body("profile.nickname", equalTo("しょう"))
                .body("profile.postalCode", equalTo("1050001"));
    }

    @Test
    void the_data_of_somebody_whom_a_list_tells_all_about_are_not_opened() throws SQLException {
        MINAMIOGUNI.sync("会員番号,氏名,電話番号\nKC-4,清水 翔,090-1111-2222\n");
        tables.run("""
                update supporter set personal = 'nobody could open this'
                where id = (select supporter from tie where source_id = 'KC-4')""");
        assertThat(progress(MINAMIOGUNI.sync("会員番号,氏名,電話番号\nKC-4,清水 翔,090-1111-3333\n")))
                .containsEntry("changed", 1);

        as("minamioguni")
                .get("/v1/supporters/" + id("KC-4"))
                .then()
                .statusCode(200)
                .body("profile.phone", equalTo("090-1111-3333"));
    }

    @Test
    void whoever_moves_by_the_list_is_a_resident_of_each_town_that_they_live_in() throws SQLException {
        KOSUGE.sync("会員番号,氏名,都道府県,住所\nMV-1,清水 翔,東京都,港区1\n");
        UUID id = id("MV-1");
        post("minamioguni", "/v1/municipalities/434230/engagements", """
                {"supporter": "%s", "activity": "LEARNING", "occurredOn": "2026-11-01", "sourceTransaction": "mv-1"}
                """.formatted(id));
        tables.run("""
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                values ('434230', '%s', 'CATCH', 1, '2026-11-01', false, false)""".formatted(id));

        assertThat(progress(KOSUGE.sync("会員番号,氏名,都道府県,住所\nMV-1,清水 翔,熊本県,阿蘇郡南小国町1\n")))
                .containsEntry("changed", 1);

        assertThat(tables.list(row -> row.getString(1) + row.getBoolean(2), """
                select municipality, resident from tie where supporter = ? order by 1""", id))
                .containsExactly("194425false", "434230true");
        assertThat(tables.list(row -> row.getString(1), """
                select body -> 'ties' -> 1 ->> 'resident' from supporter_state where id = ?""", id)).containsExactly("true");
    }

    @Test
    void a_tie_that_the_town_ended_comes_back_by_list_and_one_that_the_person_ended_does_not() throws SQLException {
        KOSUGE.sync("会員番号,氏名,電話番号\nEN-1,清水,090-1111-2222\nEN-2,髙橋,\n");
        UUID ended = id("EN-1");
        patching("kosuge")
                .header("If-Match", etag("kosuge", ended))
                .body("{\"ties\": []}")
                .patch("/v1/supporters/" + ended)
                .then()
                .statusCode(204);
        tables.run("update tie set ended_on = since, ended_by = 'PERSON' where source_id = 'EN-2'");

        Map<String, Object> again =
                KOSUGE.sync("会員番号,氏名,電話番号\nEN-1,清水 葵,090-1111-2222\nEN-2,髙橋 葵,\n", "onConflict=LIST");

        assertThat(progress(again)).containsEntry("changed", 1).containsEntry("rejected", 1);
        assertThat(again.get("rejections").toString()).contains("removedOnRequest");
    }

    @Test
    void cancelled_after_its_arrival_the_rest_is_left_out() throws SQLException {
        SyncJob promised = arrivals.of(HIDA, members(51, 60)).promise();
        tables.die(HIDA.municipality());

        as("hida")
                .header("Idempotency-Key", UUID.randomUUID())
                .post(HIDA.path() + "/" + promised.id() + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        resuming.look();

        assertThat(jobs.find(HIDA.municipality(), promised.id()).orElseThrow().created())
                .isZero();
        assertThat(tables.staged()).isZero();
        assertThat(tables.count("select count(*) from tie where source_id like 'SN-5%' and municipality = '212172'"))
                .isZero();
    }

    @Test
    void an_address_is_no_skill() {
        Map<String, Object> report = KOSUGE.sync("""
                会員番号,氏名,できること
                WD-1,清水,翻訳 090-1234-5678
                WD-2,髙橋,mihon@example.jp
                WD-3,田中,翻訳
                """);
        assertThat(progress(report)).containsEntry("created", 1).containsEntry("rejected", 2);
        assertThat(report.get("rejections").toString()).contains("notAWord", "lines=[2, 3]");
    }

    private static String members(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "SN-" + number + ",清水\n")
                .collect(Collectors.joining("", "会員番号,氏名\n", ""));
    }

    private long active(ListSender town) throws SQLException {
        return tables.count(
                "select count(*) from tie where ended_on is null and source_id like 'SN-%' and municipality = '"
                        + town.municipality() + "'");
    }

    private UUID id(String memberNumber) throws SQLException {
        return tables.list(
                        row -> row.getObject(1, UUID.class),
                        "select supporter from tie where source_id = ?",
                        memberNumber)
                .getFirst();
    }

    private boolean mailConsent(String memberNumber) throws SQLException {
        List<Boolean> consents =
                tables.list(row -> row.getBoolean(1), "select mail_consent from tie where source_id = ?", memberNumber);
        return consents.getFirst();
    }

    private static String etag(String client, UUID supporter) {
        return as(client).get("/v1/supporters/" + supporter).header("ETag");
    }
}
