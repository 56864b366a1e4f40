package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.KOSUGE;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a whole list of a scheme's members ends, and whom it leaves. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class WholeMembershipListsTest {

    private static final String WHOLE = "mode=SNAPSHOT&endAtMost=100&scheme=";

    @Inject
    SyncTables tables;

    @Inject
    DataSource database;

    private final ListSender members = KOSUGE.memberships();

    @BeforeEach
    void listed() {
        KOSUGE.sync(IntStream.rangeClosed(1, 30)
                .mapToObj("WM-%d,会員\n"::formatted)
                .collect(Collectors.joining("", "会員番号,氏名\n", "")));
    }

    @Test
    void whoJoinedHereAndWasInNoListYetStaysAndIsToldUnlessTheListWins() throws SQLException {
        TestSchemes.open("kosuge", "wm-joined", "ここで入る会", KOSUGE.municipality());
        members.sync("会員番号,会員証番号\nWM-1,WM-J1\n", "scheme=wm-joined");
        String joined = join("wm-joined", "WM-2");
        String whole = "会員番号,会員証番号\nWM-1,WM-J1\n";
        for (String query : new String[] {"&dryRun=true", ""}) {
            Map<String, Object> report = members.sync(whole, WHOLE + "wm-joined" + query);
            assertThat(progress(report)).containsEntry("ended", 0).containsEntry("unchanged", 1);
            assertThat(report.get("notices").toString())
                    .contains("changedAndNotListed", "count=1", "memberNumbers=[" + joined + "]");
        }
        assertThat(standing("wm-joined", joined)).isEqualTo("ACTIVE");

        members.sync(whole + "WM-2," + joined + "\n", WHOLE + "wm-joined");
        String another = join("wm-joined", "WM-3");
        assertThat(progress(members.sync(whole, WHOLE + "wm-joined"))).containsEntry("ended", 1);
        assertThat(standing("wm-joined", joined)).isEqualTo("ENDED NOT_LISTED");
        assertThat(standing("wm-joined", another)).isEqualTo("ACTIVE");
        assertThat(progress(members.sync(whole, WHOLE + "wm-joined&onConflict=LIST")))
                .containsEntry("ended", 1);
        assertThat(standing("wm-joined", another)).isEqualTo("ENDED NOT_LISTED");
    }

    @Test
    void aSchemeThatIsHandedOverMeanwhileIsTheOthersToSpeakOf() throws SQLException {
        TestSchemes.run("kosuge", "wm-moved", "引き継ぐ会", KOSUGE.municipality());
        String list = "会員番号,会員証番号,有効期限,状態\n";
        members.sync(
                list + "WM-11,WM-M11,2027-03-31,\nWM-12,WM-M12,2027-03-31,\nWM-13,WM-M13,2027-03-31,\n",
                "scheme=wm-moved");
        String whole = list + "WM-11,WM-M11,2028-03-31,\nWM-12,WM-M12,2027-03-31,有効\nWM-14,WM-M14,,\n";
        Map<String, Object> late = syncWhileSomething(whole, "wm-moved", () -> handOver("wm-moved"));
        assertThat(progress(late))
                .containsEntry("created", 0)
                .containsEntry("changed", 0)
                .containsEntry("unchanged", 1)
                .containsEntry("ended", 0)
                .containsEntry("rejected", 2);
        assertThat(late.get("rejections").toString()).contains("schemeOfOthers");
        assertThat(tables.list(row -> row.getString(1), """
                        select distinct concat_ws(' ', municipality, state, valid_until, listed_hash)
                        from membership where scheme = 'wm-moved'""")).containsExactly("242161 ACTIVE 2027-03-31");
    }

    @Test
    void whomAnotherTownKeepsMeanwhileIsNotToldToHaveLeft() throws SQLException {
        TestSchemes.run("kosuge", "wm-shared", "二つの町で続ける会", KOSUGE.municipality());
        members.sync("会員番号,会員証番号\nWM-15,WM-B15\n", "scheme=wm-shared");
        Map<String, Object> late = syncWhileSomething("会員番号,会員証番号,状態\nWM-15,WM-B15,退会\n", "wm-shared", () -> {
            handOver("wm-shared");
            tables.run("update scheme set municipalities = '{194425,242161}' where code = 'wm-shared'");
        });
        assertThat(late.get("rejections").toString()).contains("alreadyMember");
        assertThat(standing("wm-shared", "WM-B15")).isEqualTo("ACTIVE");
    }

    @Test
    void whatWasStagedWithoutACountOfChangesOverwritesNoneOfThem() throws SQLException {
        TestSchemes.run("kosuge", "wm-older", "前の版の会", KOSUGE.municipality());
        members.sync("会員番号,会員証番号\nWM-21,WM-O21\nWM-22,WM-O22\nWM-23,WM-O23\nWM-24,WM-O24\n", "scheme=wm-older");
        placeByHand("WM-O22");
        placeByHand("WM-O23");
        Map<String, Object> late = syncWhileSomething(
                "会員番号,会員証番号,会員種別\nWM-21,WM-O21b,\nWM-22,WM-O22b,一般会員\n",
                "wm-older&onConflict=LIST",
                () -> assertThat(tables.list(row -> row.getLong(1), """
                                update sync_membership_row set changes = null, replaced_changes = null
                                where scheme = 'wm-older' returning line""")).hasSize(4));
        assertThat(progress(late))
                .containsEntry("created", 1)
                .containsEntry("ended", 1)
                .containsEntry("rejected", 1);
        assertThat(late.get("rejections").toString()).contains("changedOnBothSides", "lines=[3]");
        assertThat(standing("wm-older", "WM-O21")).isEqualTo("ENDED REPLACED");
        assertThat(standing("wm-older", "WM-O22")).isEqualTo("ACTIVE");
        assertThat(standing("wm-older", "WM-O23")).isEqualTo("ACTIVE");
        assertThat(standing("wm-older", "WM-O24")).isEqualTo("ENDED NOT_LISTED");
    }

    private interface Something {
        void happen() throws SQLException;
    }

    /** The whole list is settled and waits for somebody's members while that happens. */
    private Map<String, Object> syncWhileSomething(String list, String scheme, Something something)
            throws SQLException {
        String job;
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            Sql.list(somebody, row -> null, """
                    select id from supporter
                    where id in (select supporter from tie where source_id like 'WM-%') order by id for update""");
            job = members.send(list, WHOLE + scheme).jsonPath().getString("id");
            tables.awaitSomebodyWaiting();
            something.happen();
            somebody.rollback();
            somebody.setAutoCommit(true);
        }
        return members.await(members.path() + "/" + job);
    }

    private void handOver(String scheme) {
        post("kosuge", "/v1/schemes/" + scheme + "/hand-over", "{\"to\": \"" + IGA.municipality() + "\"}")
                .then()
                .statusCode(200);
    }

    private void placeByHand(String number) throws SQLException {
        String id = tables.list(
                        row -> row.getString(1),
                        "select id::text from membership where scheme = 'wm-older' and number = ?",
                        number)
                .getFirst();
        post(
                        "kosuge",
                        "/v1/schemes/wm-older/memberships/" + id + "/tier",
                        "{\"tier\": \"platinum\", \"reason\": \"CONTRIBUTION\"}")
                .then()
                .statusCode(200);
    }

    /** Answers the number that they got. */
    private String join(String scheme, String memberNumber) throws SQLException {
        String supporter = tables.list(
                        row -> row.getString(1), "select supporter::text from tie where source_id = ?", memberNumber)
                .getFirst();
        return post("kosuge", "/v1/schemes/" + scheme + "/memberships", "{\"supporter\": \"" + supporter + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private String standing(String scheme, String number) throws SQLException {
        return tables.list(
                        row -> row.getString(1),
                        "select concat_ws(' ', state, ended_because) from membership where scheme = ? and number = ?",
                        scheme,
                        number)
                .getFirst();
    }
}
