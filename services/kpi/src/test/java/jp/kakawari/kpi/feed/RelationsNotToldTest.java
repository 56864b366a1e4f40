package jp.kakawari.kpi.feed;

import static jp.kakawari.kpi.TestWorld.FEED;
import static jp.kakawari.kpi.TestWorld.HIDA;
import static jp.kakawari.kpi.TestWorld.TAKAYAMA;
import static jp.kakawari.kpi.TestWorld.THIS_MONTH;
import static jp.kakawari.kpi.TestWorld.TODAY;
import static jp.kakawari.kpi.TestWorld.as;
import static jp.kakawari.kpi.TestWorld.people;
import static jp.kakawari.kpi.TestWorld.person;
import static jp.kakawari.kpi.TestWorld.row;
import static jp.kakawari.kpi.TestWorld.tie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.kpi.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the feed doesn't tell: small counts and what gives them away, other callers' places, what hasn't changed. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class RelationsNotToldTest {
    private static final String GIFU_CITY = "212016";

    @Inject
    TestWorld world;

    @BeforeEach
    void forget() {
        world.forget();
    }

    @Test
    void fewer_than_ten_are_hidden_and_so_is_what_gives_them_away() {
        List<SupporterChanged> told = new ArrayList<>(people(5, tie(HIDA)));
        told.addAll(people(30, tie(TAKAYAMA)));
        told.addAll(people(40, tie("212041")));
        world.tell(told);
        as("gifu")
                .get(FEED + "?municipality={code}", HIDA)
                .then()
                .statusCode(200)
                .body("items[0].people.value", nullValue())
                .body("items[0].people.suppressed", equalTo(true))
                .body("items[0].people.reason", equalTo("small-count-or-its-protection"))
                .body("items[0].applications.value", equalTo(0));
        as("gifu").get(FEED).then().body("items[0].people.value", equalTo(75));
        assertThat(row(TAKAYAMA, THIS_MONTH).getBoolean("people.suppressed")).isTrue();
        assertThat(row("212041", THIS_MONTH).getLong("people.value")).isEqualTo(40);
    }

    @Test
    void the_ties_begun_this_year_do_not_give_away_the_one_from_before() {
        List<SupporterChanged> told = new ArrayList<>(people(1, tie(HIDA)));
        told.addAll(people(20, tie(TAKAYAMA, TODAY, false)));
        world.tell(told);
        JsonPath prefecture = prefecture();
        boolean tiesAddUp = !prefecture.getBoolean("ties.suppressed");
        JsonPath takayama = row(TAKAYAMA, THIS_MONTH);
        assertThat(row(HIDA, THIS_MONTH).getBoolean("ties.suppressed")).isTrue();
        assertThat(tiesAddUp && !takayama.getBoolean("newTies.suppressed"))
                .as("21 ties in all, 20 or more of them in 高山市")
                .isFalse();
    }

    @Test
    void who_has_no_visiting_class_is_not_what_remains_of_the_people() {
        List<SupporterChanged> members = people(25, tie(HIDA));
        world.tell(members);
        world.tell(people(300, tie(GIFU_CITY)));
        world.tell(members.subList(0, 22).stream()
                .map(member -> TestWorld.engagement(member, HIDA, Activity.VOLUNTEERING))
                .toList());
        JsonPath hida = row(HIDA, THIS_MONTH);
        assertThat(List.of(hida.getBoolean("people.suppressed"), hida.getBoolean("classes.visiting.suppressed")))
                .contains(true);
        assertThat(List.of(hida.getBoolean("people.suppressed"), hida.getBoolean("classesToDate.visiting.suppressed")))
                .contains(true);
    }

    @Test
    void nothing_new_is_304_until_something_changes() {
        world.tell(people(11, tie(HIDA)));
        String tag = as("hida").get(FEED).then().statusCode(200).extract().header("ETag");
        as("hida").header("If-None-Match", tag).get(FEED).then().statusCode(304);
        world.tell(List.of(person(UUID.randomUUID(), 1, tie(HIDA))));
        as("hida")
                .header("If-None-Match", tag)
                .get(FEED)
                .then()
                .statusCode(200)
                .body("items[0].people.value", equalTo(12));
    }

    @Test
    void what_has_not_changed_for_one_period_is_told_for_another() {
        world.tell(people(11, tie(HIDA)));
        String tag = as("hida").get(FEED).then().statusCode(200).extract().header("ETag");
        as("hida")
                .header("If-None-Match", tag)
                .get(FEED + "?period={month}", THIS_MONTH)
                .then()
                .statusCode(200)
                .body("period", equalTo(THIS_MONTH));
    }

    @Test
    void a_municipality_sees_itself_and_a_prefecture_its_municipalities() {
        as("hida").get(FEED).then().body("items.code", contains(HIDA));
        as("gifu").get(FEED).then().body("items.code", contains("210005"));
        as("gifu")
                .get(FEED + "?level=municipality")
                .then()
                .body("items", hasSize(42))
                .body("items.prefecture", everyItem(equalTo("21")));
    }

    @ParameterizedTest
    @CsvSource({
        "hida, ?municipality=194425, 403",
        "hida, ?level=prefecture, 403",
        "hida, ?level=nation, 403",
        "hida, ?prefecture=21, 403",
        "gifu, ?level=nation, 403",
        "gifu, ?prefecture=19, 403",
        "gifu, ?municipality=194425, 403",
        "sample-partner, '', 403",
        "secretariat, ?municipality=212171, 400",
        "secretariat, ?municipality=132195&level=nation, 400",
        "secretariat, ?prefecture=48, 400",
        "secretariat, ?level=village, 400",
        "secretariat, ?period=2026-13, 400",
        "secretariat, ?period=FY2019, 422",
        "secretariat, ?period=FY2199, 422"
    })
    void what_may_not_be_asked_is_refused(String client, String query, int status) {
        as(client).get(FEED + query).then().statusCode(status).contentType("application/problem+json");
    }

    private static JsonPath prefecture() {
        return as("gifu")
                .get(FEED + "?level=prefecture")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }
}
