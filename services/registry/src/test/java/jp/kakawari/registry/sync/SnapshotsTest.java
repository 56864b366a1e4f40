package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.sync.ListSender.HIDA;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.KOSUGE;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a whole list may end, and whom it has to leave. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SnapshotsTest {

    private static final String WHOLE = "mode=SNAPSHOT&endAtMost=100";

    @Inject
    SyncTables tables;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SP-2,髙橋,東京都,港区1\n",
                " ,髙橋,東京都\n",
                "SP-2 髙橋は電話番号が変わりましたのでご注意ください。新しい番号は本人に確認のうえ、次の名簿の送付までに必ず記入すること。担当は地域振興係,髙橋,東京都\n"
            })
    void nobody_ends_while_a_row_does_not_tell_whose_it_is(String unreadable) throws SQLException {
        IGA.sync("会員番号,氏名,住所\nSP-1,清水,\nSP-2,髙橋,\nSP-3,田中,\n");
        String list = "会員番号,氏名,住所\nSP-1,清水 葵,\n" + unreadable;

        assertToldThatNobodyEnded(IGA.sync(list, WHOLE + "&dryRun=true"));
        Map<String, Object> report = IGA.sync(list, WHOLE);

        assertToldThatNobodyEnded(report);
        assertThat(progress(report)).containsEntry("changed", 1).containsEntry("rejected", 1);
        assertThat(tables.count(
                        "select count(*) from tie where source_id in ('SP-1', 'SP-2', 'SP-3') and ended_on is null"))
                .isEqualTo(3);
        Map<String, Object> corrected = IGA.sync("会員番号,氏名,住所\nSP-1,清水,\nSP-2,髙橋,\nSP-3,田中,\n", WHOLE);
        assertThat(corrected.get("notices").toString()).doesNotContain("nobodyEnded");
    }

    @Test
    void no_membership_ends_while_a_row_does_not_tell_whose_it_is() throws SQLException {
        TestSchemes.run("iga", "sp-club", "全件入替の会", IGA.municipality());
        IGA.sync("会員番号,氏名\nSP-4,清水\nSP-5,髙橋\nSP-6,田中\n");
        ListSender members = IGA.memberships();
        members.sync("会員番号,会員証番号\nSP-4,SP-N4\nSP-5,SP-N5\nSP-6,SP-N6\n", "scheme=sp-club");
        String header = "会員番号,会員証番号,会員種別\n";
        for (String unreadable : List.of("SP-5,SP-N5,一般,会員\n", ",SP-N55,\n", "5".repeat(65) + ",SP-N55,\n")) {
            Map<String, Object> report = members.sync(header + "SP-4,SP-N4,\n" + unreadable, "scheme=sp-club&" + WHOLE);
            assertThat(progress(report)).containsEntry("ended", 0);
            assertThat(report.get("notices").toString()).contains("nobodyEnded");
        }
        assertThat(tables.count("select count(*) from membership where scheme = 'sp-club' and state = 'ACTIVE'"))
                .isEqualTo(3);

        Map<String, Object> told = members.sync(header + "SP-4,SP-N4,\n,SP-N5,\n", "scheme=sp-club&" + WHOLE);
        assertThat(progress(told)).containsEntry("ended", 1).containsEntry("rejected", 1);
        assertThat(told.get("notices").toString()).doesNotContain("nobodyEnded");
    }

    @Test
    void whoever_was_changed_here_since_the_last_list_stays_unless_the_list_wins() throws SQLException {
        KOSUGE.sync("会員番号,氏名\nSP-7,清水\nSP-8,髙橋\nSP-9,田中\n");
        String id = tables.list(row -> row.getString(1), "select supporter from tie where source_id = 'SP-8'")
                .getFirst();
        patching("kosuge")
                .header("If-Match", as("kosuge").get("/v1/supporters/" + id).header("ETag"))
                .body("{\"profile\": {\"phone\": \"090-1111-2222\"}}")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        String list = "会員番号,氏名\nSP-7,清水\n";

        assertThat(progress(KOSUGE.sync(list, WHOLE + "&dryRun=true"))).containsEntry("ended", 1);
        Map<String, Object> report = KOSUGE.sync(list, WHOLE);
        assertThat(progress(report)).containsEntry("ended", 1).containsEntry("unchanged", 1);
        assertThat(report.get("notices").toString()).contains("changedAndNotListed", "count=1", "memberNumbers=[SP-8]");
        as("kosuge").get("/v1/supporters/" + id).then().body("profile.phone", equalTo("090-1111-2222"));

        Map<String, Object> winning = KOSUGE.sync(list, WHOLE + "&onConflict=LIST");
        assertThat(progress(winning)).containsEntry("ended", 1);
        assertThat(winning.get("notices").toString()).doesNotContain("changedAndNotListed");
    }

    @Test
    void whoever_is_changed_while_the_list_waits_for_that_stays() throws SQLException {
        HIDA.sync("会員番号,氏名\nSP-10,清水\nSP-11,髙橋\n");
        String job;
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            Sql.run(somebody, """
                    update supporter s set revision = s.revision + 1, profile_revision = s.profile_revision + 1
                    from tie t where t.supporter = s.id and t.source_id = 'SP-11'""");
            job = HIDA.send("会員番号,氏名\nSP-10,清水\n", WHOLE).jsonPath().getString("id");
            tables.awaitSomebodyWaiting();
            somebody.commit();
            somebody.setAutoCommit(true);
        }
        assertThat(progress(HIDA.await(HIDA.path() + "/" + job))).containsEntry("ended", 0);
        assertThat(tables.staged()).isZero();
        assertThat(HIDA.sync("会員番号,氏名\nSP-10,清水\n", WHOLE).get("notices").toString())
                .contains("changedAndNotListed", "SP-11");
    }

    private static void assertToldThatNobodyEnded(Map<String, Object> report) {
        assertThat(progress(report)).containsEntry("ended", 0);
        assertThat(report.get("notices").toString()).contains("nobodyEnded", "count=1", "lines=[3]");
    }
}
