package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.sync.ListSender.KASHIWAZAKI;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schemes close and people go while a list of memberships has come and isn't merged yet. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class MembershipsMeanwhileTest {

    @Inject
    SyncTables tables;

    @Inject
    Arrivals arrivals;

    private final ListSender members = KASHIWAZAKI.memberships();

    @BeforeEach
    void listed() {
        KASHIWAZAKI.sync(IntStream.rangeClosed(1, 7)
                .mapToObj("MM-%d,会員\n"::formatted)
                .collect(Collectors.joining("", "会員番号,氏名\n", "")));
    }

    @Test
    void aSchemeThatClosesTakesNobodyNewAndKeepsItsMembers() throws SQLException {
        TestSchemes.run("kashiwazaki", "mm-closed", "閉じる会", KASHIWAZAKI.municipality());
        members.sync("会員番号,会員証番号,状態\nMM-1,MM-C1,有効\nMM-2,MM-C2,退会\nMM-3,MM-C3,有効\n", "scheme=mm-closed");
        Arrival arrival = arrivals.of(members, """
                制度,会員番号,会員証番号,会員種別,状態
                mm-closed,MM-1,MM-C1,プラチナ国民,有効
                mm-closed,MM-2,MM-C2,,有効
                mm-closed,MM-3,MM-C3b,,有効
                mm-closed,MM-4,MM-C4,,有効
                mm-closed,MM-5,MM-C5,,退会
                """);
        SyncJob promised = arrival.promise();
        String closed = TestSchemes.scheme("CLOSED", "閉じる会", TestSchemes.TIERS, KASHIWAZAKI.municipality());
        TestSchemes.put("kashiwazaki", "mm-closed", closed, "\"1\"").then().statusCode(200);
        arrival.close();
        Map<String, Object> late = members.await(members.path() + "/" + promised.id());
        assertThat(progress(late))
                .containsEntry("changed", 1)
                .containsEntry("created", 2)
                .containsEntry("rejected", 2);
        assertThat(late.get("rejections").toString()).contains("schemeClosed", "lines=[3, 5]");
        assertThat(tables.list(row -> row.getString(1), """
                        select concat_ws(' ', number, state) from membership where scheme = 'mm-closed' order by 1"""))
                .containsExactly("MM-C1 ACTIVE", "MM-C2 ENDED", "MM-C3 ENDED", "MM-C3b ACTIVE", "MM-C5 ENDED");
    }

    @Test
    void ofWhoHadTheirRecordRemovedNothingThatTheListSaidIsNoted() throws SQLException {
        TestSchemes.run("kashiwazaki", "mm-erased", "去る会", KASHIWAZAKI.municipality());
        members.sync("会員番号,会員証番号\nMM-6,MM-E6\n", "scheme=mm-erased");
        Arrival arrival = arrivals.of(members, "制度,会員番号,会員証番号,状態\nmm-erased,MM-6,MM-E6,有効\n");
        SyncJob promised = arrival.promise();
        String path = "/v1/supporters/" + supporter("MM-6");
        as("kashiwazaki")
                .header("If-Match", as("kashiwazaki").get(path).header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        arrival.close();
        Map<String, Object> late = members.await(members.path() + "/" + promised.id());
        assertThat(progress(late)).containsEntry("unchanged", 1);
        assertThat(tables.list(row -> row.getString(1), """
                        select concat_ws(' ', ended_because, number, listed_hash) from membership where scheme = 'mm-erased'""")).containsExactly("ERASED");
    }

    @Test
    void ofWhoLeftNoRowIsKeptThatIsRefusedForWhatWasChangedHere() throws SQLException {
        TestSchemes.run("kashiwazaki", "mm-left", "離れる会", KASHIWAZAKI.municipality());
        members.sync("会員番号,会員証番号\nMM-7,MM-L7\n", "scheme=mm-left");
        Arrival arrival = arrivals.of(members, "制度,会員番号,会員証番号,状態\nmm-left,MM-7,MM-L7,休止\n");
        SyncJob promised = arrival.promise();
        String id = tables.list(row -> row.getString(1), "select id::text from membership where number = ?", "MM-L7")
                .getFirst();
        post("kashiwazaki", "/v1/schemes/mm-left/memberships/" + id + "/withdrawal", "{}")
                .then()
                .statusCode(200);
        tables.run("update tie set ended_on = since, ended_by = 'PERSON' where source_id = 'MM-7'");
        arrival.close();
        String path = members.path() + "/" + promised.id();
        assertThat(members.await(path).get("rejections").toString())
                .contains("removedOnRequest")
                .doesNotContain("changedOnBothSides");
        assertThat(members.get(path + "/rejections").asString())
                .contains("2,本人の申し出により")
                .doesNotContain("MM-");
    }

    private String supporter(String memberNumber) throws SQLException {
        return tables.list(row -> row.getString(1), "select supporter::text from tie where source_id = ?", memberNumber)
                .getFirst();
    }
}
