package jp.kakawari.registry.membership;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class MembershipResourceTest {

    private static final String OWN = "/v1/municipalities/" + KASHIWAZAKI + "/memberships";

    @BeforeEach
    void members() {
        TestSchemes.run("kashiwazaki", "mr-club", "二町の会", KASHIWAZAKI, MINAMIOGUNI);
        TestLists.sync("kashiwazaki", KASHIWAZAKI, "会員番号,氏名\nMR-1,清水\nMR-2,髙橋\nMR-3,田中\n");
        TestLists.sync("minamioguni", MINAMIOGUNI, "会員番号,氏名\nMR-9,佐藤\n");
        TestLists.syncMemberships(
                "kashiwazaki", KASHIWAZAKI, "制度,会員番号,会員証番号,有効期限\nmr-club,MR-1,MR-N1,\nmr-club,MR-2,MR-N2,2020/3/31\n");
        TestLists.syncMemberships("minamioguni", MINAMIOGUNI, "制度,会員番号,会員証番号\nmr-club,MR-9,MR-N9\n");
    }

    @Test
    void aMunicipalityReadsTheMembershipsThatItKeepsPageByPage() {
        JsonPath first = page("?scheme=mr-club&limit=1&count=true");
        assertThat(first.getInt("count")).isEqualTo(2);
        assertThat(first.getList("items.number")).hasSize(1);
        JsonPath second = page("?scheme=mr-club&limit=1&cursor=" + first.getString("next"));
        assertThat(second.getList("items.number"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.getList("items.number"));
        assertThat(second.getString("next")).isNull();
        String id = first.getString("items[0].id");
        as("kashiwazaki")
                .get(OWN + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("scheme", equalTo("mr-club"))
                .body("tier", equalTo("regular"))
                .body("policy", equalTo(1))
                .body("source", equalTo("list"));
        as("minamioguni").get(OWN + "/" + id).then().statusCode(403);
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/memberships/" + id)
                .then()
                .statusCode(404);
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/memberships?scheme=mr-club")
                .then()
                .body("items.number", contains("MR-N9"));
    }

    @Test
    void whatIsPastItsValidityIsNotValid() {
        String old = page("?scheme=mr-club").getString("items.find {it.number == 'MR-N2'}.valid");
        assertThat(old).isEqualTo("false");
        assertThat(page("?scheme=mr-club").getString("items.find {it.number == 'MR-N1'}.valid"))
                .isEqualTo("true");
    }

    @Test
    void whoHadTheirRecordRemovedIsAMemberOfNothingAndNoListBringsThemBack() {
        TestSchemes.run("kashiwazaki", "mr-erased", "忘れられる会", KASHIWAZAKI);
        TestLists.syncMemberships("kashiwazaki", KASHIWAZAKI, "制度,会員番号,会員証番号\nmr-erased,MR-3,MR-N3\n");
        String supporter = page("?scheme=mr-erased").getString("items.find {it.number == 'MR-N3'}.supporter");
        as("kashiwazaki")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + supporter)
                .then()
                .statusCode(204);
        as("kashiwazaki")
                .get(OWN + "?supporter=" + supporter)
                .then()
                .body("items.state", everyItem(equalTo("ENDED")))
                .body("items.endedBecause", contains("ERASED"))
                .body("items.findAll {it.number != null}", empty());
        assertThat(TestLists.syncMemberships("kashiwazaki", KASHIWAZAKI, "制度,会員番号,会員証番号\nmr-erased,MR-3,MR-N3\n"))
                .containsEntry("created", 0)
                .containsEntry("rejected", 1);
    }

    private static JsonPath page(String query) {
        return as("kashiwazaki")
                .get(OWN + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
