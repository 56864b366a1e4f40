package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.sync.ListSender.KASHIWAZAKI;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestCampaigns;
import org.junit.jupiter.api.Test;

/** Somebody corrects a supporter while a list that tells of them has come and isn't merged yet. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ChangedMeanwhileTest {

    @Inject
    SyncTables tables;

    @Inject
    Arrivals arrivals;

    @Test
    void what_somebody_changed_after_the_list_came_is_reported_and_not_overwritten() throws SQLException {
        String list = "会員番号,氏名,電話番号\nCM-0,清水,090-1111-2222\nCM-1,髙橋,090-1111-3333\n";
        KASHIWAZAKI.sync(list);
        String moved = list.replace("1111", "4444");
        Arrival arrival = arrivals.of(KASHIWAZAKI, moved);
        SyncJob promised = arrival.promise();
        String id = correctedMeanwhile("CM-0", "{\"phone\": \"090-9999-2222\", \"skills\": [\"翻訳\"]}");
        arrival.close();

        String path = KASHIWAZAKI.path() + "/" + promised.id();
        Map<String, Object> late = KASHIWAZAKI.await(path);
        assertThat(progress(late)).containsEntry("changed", 1).containsEntry("rejected", 1);
        assertThat(late.get("rejections").toString()).contains("changedOnBothSides", "lines=[2]");
        assertThat(KASHIWAZAKI.get(path + "/rejections").asString()).contains("2,前回の同期のあと");
        as("kashiwazaki")
                .get("/v1/supporters/" + id)
                .then()
                .body("profile.phone", equalTo("090-9999-2222"))
                .body("profile.skills", contains("翻訳"));

        Map<String, Object> next = KASHIWAZAKI.sync(moved);
        assertThat(progress(next)).containsEntry("unchanged", 1).containsEntry("rejected", 1);
        assertThat(next.get("rejections").toString()).contains("changedOnBothSides");
    }

    @Test
    void a_list_that_wins_does_so_by_the_columns_that_it_has_over_what_somebody_changed_after_it_came()
            throws SQLException {
        String list = "会員番号,氏名,電話番号\nCM-2,清水,090-1111-2222\n";
        KASHIWAZAKI.sync(list);
        SyncOptions winning = new SyncOptions(false, SyncOptions.Mode.UPSERT, SyncOptions.OnConflict.LIST, 20, null);
        Arrival arrival = arrivals.of(KASHIWAZAKI, list.replace("1111", "4444"), winning);
        SyncJob promised = arrival.promise();
        String id = correctedMeanwhile(
                "CM-2", "{\"phone\": \"090-9999-2222\", \"postalCode\": \"1050001\", \"skills\": [\"翻訳\"]}");
        arrival.close();

        assertThat(progress(KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id())))
                .containsEntry("changed", 1)
                .containsEntry("rejected", 0);
        as("kashiwazaki")
                .get("/v1/supporters/" + id)
                .then()
                .body("profile.phone", equalTo("090-4444-2222"))
                .body("profile.postalCode", equalTo("1050001"))
                .body("profile.skills", contains("翻訳"));
        assertThat(progress(KASHIWAZAKI.sync(list.replace("1111", "4444")))).containsEntry("unchanged", 1);
        assertThat(progress(KASHIWAZAKI.sync(list.replace("1111", "5555")))).containsEntry("changed", 1);
    }

    @Test
    void who_agrees_to_mail_after_a_list_came_that_says_nothing_of_it_has_agreed() throws SQLException {
        String list = "会員番号,氏名,電話番号\nCM-3,清水,090-1111-2222\n";
        KASHIWAZAKI.sync(list);
        Arrival arrival = arrivals.of(KASHIWAZAKI, list.replace("1111", "4444"));
        SyncJob promised = arrival.promise();
        String id = supporter("CM-3");
        TestCampaigns.agrees("kashiwazaki", KASHIWAZAKI.municipality(), UUID.fromString(id), "MAIL");
        arrival.close();

        assertThat(progress(KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id())))
                .containsEntry("changed", 1);
        as("kashiwazaki").get("/v1/supporters/" + id).then().body("profile.phone", equalTo("090-4444-2222"));
        as("kashiwazaki")
                .get("/v1/supporters/" + id + "/consents/" + KASHIWAZAKI.municipality() + "/MAIL")
                .then()
                .body("state", equalTo("GIVEN"));
    }

    private String supporter(String memberNumber) throws SQLException {
        return tables.list(row -> row.getString(1), "select supporter from tie where source_id = ?", memberNumber)
                .getFirst();
    }

    private String correctedMeanwhile(String memberNumber, String profile) throws SQLException {
        String id = supporter(memberNumber);
        patching("kashiwazaki")
                .header(
                        "If-Match",
                        as("kashiwazaki").get("/v1/supporters/" + id).header("ETag"))
                .body("{\"profile\": " + profile + "}")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        return id;
    }
}
