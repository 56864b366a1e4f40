package jp.kakawari.catalog.offer;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.KOSUGE;
import static jp.kakawari.catalog.TestWorld.PARTNER;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.await;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.tell;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OfferTest {

    private static final UUID PARTNER_ORGANIZATION = UUID.fromString("00000000-0000-7000-8000-00000000b001");
    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    @Test
    void everybody_reads_what_a_partner_offers_until_it_is_over() {
        UUID program = published(HIDA, volunteering());
        String stays = attached(program, sheet("鉄道+宿泊", TODAY));
        attach(program, sheet("昨日まで", TODAY.minusDays(1))).then().statusCode(201);
        given().get("/v1/programs/{id}/offers?count=true", program)
                .then()
                .statusCode(200)
                .body("items.id", contains(stays))
                .body("items[0].url", equalTo("https://example.jp/plan"))
                .body("items[0].allowedActions", empty())
                .body("count", equalTo(1));
        as(HIDA).get("/v1/programs/{id}/offers", program).then().body("items[0].allowedActions", contains("remove"));
        as(PARTNER)
                .get("/v1/programs/{id}/offers", program)
                .then()
                .body("items[0].allowedActions", contains("revise", "remove"));
    }

    @Test
    void only_its_partner_changes_it_and_only_partner_or_host_take_it_off() {
        UUID program = published(HIDA, volunteering());
        String offer = "/v1/programs/" + program + "/offers/" + attached(program, sheet("割引", null));
        as("other-partner")
                .header("If-Match", "*")
                .body(sheet("横取り", null))
                .put(offer)
                .then()
                .statusCode(403);
        as(PARTNER)
                .header("If-Match", "\"1\"")
                .body(sheet("大割引", null))
                .put(offer)
                .then()
                .statusCode(200)
                .body("title", equalTo("大割引"))
                .body("revision", equalTo(2));
        as(PARTNER)
                .header("If-Match", "\"1\"")
                .body(sheet("古い", null))
                .put(offer)
                .then()
                .statusCode(412);
        as(KOSUGE).header("If-Match", "*").delete(offer).then().statusCode(403);
        as("other-partner").header("If-Match", "*").delete(offer).then().statusCode(403);
        as(HIDA).header("If-Match", "\"2\"").delete(offer).then().statusCode(204);
        given().get("/v1/programs/{id}/offers", program).then().body("items", empty());
    }

    @Test
    void nothing_is_attached_to_a_draft_without_a_link_or_by_a_town() {
        attach(draft(HIDA, volunteering()), sheet("早すぎる", null)).then().statusCode(404);
        UUID program = published(HIDA, volunteering());
        Map<String, Object> linkless = sheet("行き先なし", null);
        linkless.put("url", "javascript:alert(1)");
        attach(program, linkless).then().statusCode(422).body("errors.pointer", hasItem("/url"));
        Map<String, Object> backwards = sheet("逆", TODAY);
        backwards.put("validFrom", TODAY.plusDays(1).toString());
        attach(program, backwards).then().statusCode(422).body("errors.pointer", hasItem("/validUntil"));
        once(KOSUGE)
                .body(sheet("町から", null))
                .post("/v1/programs/{id}/offers", program)
                .then()
                .statusCode(403);
    }

    @Test
    void what_a_suspended_partner_offers_is_shown_again_when_it_is_reinstated() {
        UUID program = published(HIDA, volunteering());
        attached(program, sheet("停止中の割引", null));
        assertOffered(program, 1);
        tell(PARTNER_ORGANIZATION, 900, "SUSPENDED", "見本の会社", null);
        try {
            await("the offer is hidden", () -> offered(program) == 0);
            assertOffered(program, 0);
        } finally {
            tell(PARTNER_ORGANIZATION, 901, "ACTIVE", "見本の会社", null);
        }
        await("the offer is back", () -> offered(program) == 1);
        assertOffered(program, 1);
    }

    private static void assertOffered(UUID program, int offers) {
        given().get("/v1/programs/{id}/offers?count=true", program)
                .then()
                .statusCode(200)
                .body("items", hasSize(offers))
                .body("count", equalTo(offers));
    }

    private static int offered(UUID program) {
        return given().get("/v1/programs/{id}/offers", program)
                .then()
                .extract()
                .<List<?>>path("items")
                .size();
    }

    private static String attached(UUID program, Map<String, Object> sheet) {
        return attach(program, sheet).then().statusCode(201).extract().path("id");
    }

    private static Response attach(UUID program, Map<String, Object> sheet) {
        return once(PARTNER).body(sheet).post("/v1/programs/{id}/offers", program);
    }

    private static Map<String, Object> sheet(String title, LocalDate until) {
        Map<String, Object> sheet = new HashMap<>();
        sheet.put("title", title);
        sheet.put("description", "参加者だけの割引です。");
        sheet.put("url", "https://example.jp/plan");
        sheet.put("priceYen", 12800);
        if (until != null) {
            sheet.put("validUntil", until.toString());
        }
        return sheet;
    }
}
