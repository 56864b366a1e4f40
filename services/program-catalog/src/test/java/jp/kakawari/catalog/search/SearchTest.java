package jp.kakawari.catalog.search;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.step;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SearchTest {

    private static final OffsetDateTime NOW = OffsetDateTime.now();
    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    @Test
    void by_default_one_finds_what_one_can_apply_for_right_now() {
        Map<String, Object> sheet = marked("今すぐ応募");
        UUID open = published(
                HIDA, with(with(sheet, "applicationOpens", NOW.minusDays(1)), "applicationCloses", NOW.plusDays(1)));
        UUID later = published(HIDA, with(sheet, "applicationOpens", NOW.plusDays(1)));
        UUID gone = published(HIDA, with(with(sheet, "startsOn", TODAY.minusDays(9)), "endsOn", TODAY.minusDays(8)));
        UUID closed = published(HIDA, sheet);
        step(HIDA, closed, "closure").then().statusCode(200);
        UUID secret = draft(HIDA, sheet);
        assertThat(found("q=今すぐ応募")).containsExactly(open.toString());
        assertThat(found("q=今すぐ応募&openNow=false"))
                .containsExactlyInAnyOrder(open.toString(), later.toString(), gone.toString())
                .doesNotContain(secret.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs?from=%2B9999999-01-01, from",
        "/v1/programs?to=0000-01-01, to",
        "/v1/programs?from=1867-12-31, from",
        "/v1/feeds/programs?updatedSince=%2B9999999-01-01T00:00:00Z, updatedSince",
        "/v1/feeds/programs?updatedSince=yesterday, updatedSince",
    })
    void a_day_out_of_reach_is_a_bad_parameter(String address, String parameter) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void row099_a_paid_stay_of_two_weeks() {
        Map<String, Object> sheet = with(marked("稼ぐ二週間"), "startsOn", TODAY.plusDays(1));
        UUID stay = published(HIDA, with(with(sheet, "endsOn", TODAY.plusDays(14)), "wageYen", 90_000));
        published(HIDA, with(with(sheet, "endsOn", TODAY.plusDays(13)), "wageYen", 90_000));
        published(HIDA, with(with(sheet, "endsOn", TODAY.plusDays(14)), "wageYen", 0));
        assertThat(found("q=稼ぐ二週間&minDays=14&paid=true")).containsExactly(stay.toString());
    }

    @Test
    void row103_a_season_finds_its_tasks() {
        UUID harvest = published(HIDA, with(with(marked("林檎もぎ"), "startsOn", "2098-10-01"), "endsOn", "2098-11-10"));
        assertThat(found("q=林檎もぎ&from=2098-11-10&to=2098-12-01")).containsExactly(harvest.toString());
        assertThat(found("q=林檎もぎ&from=2098-09-01&to=2098-09-30")).isEmpty();
        assertThat(found("q=林檎もぎ&from=2098-11-11")).isEmpty();
    }

    @Test
    void fee_funding_and_language_narrow_the_search() {
        Map<String, Object> sheet = with(with(marked("古民家の茶会"), "feeYen", 3000), "languages", List.of("ja", "en"));
        UUID party = published(HIDA, with(sheet, "fundingSource", "地方創生推進交付金"));
        assertThat(found("q=古民家の茶会&maxFeeYen=3000&language=en&fundingSource=地方創生推進交付金"))
                .containsExactly(party.toString());
        assertThat(found("q=古民家の茶会&maxFeeYen=2999")).isEmpty();
        assertThat(found("q=古民家の茶会&language=zh")).isEmpty();
        assertThat(found("q=コミンカのお茶会")).isEmpty();
    }

    @Test
    void signs_alone_find_nothing_and_quotes_break_nothing() {
        assertThat(found("q=、。")).isEmpty();
        assertThat(found("q=O'Brien \\ : & | ! ( ) <-> *")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sort, nonsense",
        "limit, 0",
        "limit, 201",
        "limit, many",
        "cursor, abc",
        "prefecture, 99",
        "municipality, 212173",
        "mode, SOMEWHERE",
        "minDays, 0",
        "maxFeeYen, -1",
        "from, yesterday",
        "openNow, maybe",
        "q, %00",
    })
    void a_bad_parameter_is_named(String name, String value) {
        given().urlEncodingEnabled(false)
                .get("/v1/programs?" + name + "=" + value)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", hasItem(name));
    }

    @ParameterizedTest
    @CsvSource({"newest, 12", "relevance, 2026-11-21T00:00:00Z", "starting, x", "newest, -999999999-01-01T00:00:00Z"})
    void a_cursor_of_another_order_or_beyond_all_time_is_refused(String sort, String position) {
        given().queryParam("q", "山")
                .queryParam("sort", sort)
                .queryParam("cursor", Cursor.of(position, UUID.randomUUID()).toString())
                .get("/v1/programs")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("cursor"));
    }

    private static Map<String, Object> marked(String title) {
        return with(volunteering(), "title", title);
    }

    private static List<String> found(String query) {
        return given().get("/v1/programs?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
