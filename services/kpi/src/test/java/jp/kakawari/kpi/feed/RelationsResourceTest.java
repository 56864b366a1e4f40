package jp.kakawari.kpi.feed;

import static jp.kakawari.kpi.TestWorld.FEED;
import static jp.kakawari.kpi.TestWorld.HIDA;
import static jp.kakawari.kpi.TestWorld.KASHIWAZAKI;
import static jp.kakawari.kpi.TestWorld.MINAMIOGUNI;
import static jp.kakawari.kpi.TestWorld.TAKAYAMA;
import static jp.kakawari.kpi.TestWorld.THIS_MONTH;
import static jp.kakawari.kpi.TestWorld.TODAY;
import static jp.kakawari.kpi.TestWorld.TOKAMACHI;
import static jp.kakawari.kpi.TestWorld.application;
import static jp.kakawari.kpi.TestWorld.as;
import static jp.kakawari.kpi.TestWorld.await;
import static jp.kakawari.kpi.TestWorld.engagement;
import static jp.kakawari.kpi.TestWorld.participation;
import static jp.kakawari.kpi.TestWorld.people;
import static jp.kakawari.kpi.TestWorld.row;
import static jp.kakawari.kpi.TestWorld.supporter;
import static jp.kakawari.kpi.TestWorld.tie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.kpi.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class RelationsResourceTest {
    @Inject
    TestWorld world;

    @BeforeEach
    void forget() {
        world.forget();
    }

    @Test
    void the_feed_follows_events_within_seconds() {
        List<Event> told = new ArrayList<>(people(12, tie(HIDA), tie(TAKAYAMA, TODAY, false)));
        IntStream.range(0, 23).forEach(i -> told.add(application(MINAMIOGUNI, i < 15)));
        world.publish(told);
        await(() -> {
            JsonPath minamioguni = row(MINAMIOGUNI, THIS_MONTH);
            assertThat(minamioguni.<Integer>get("applications.value")).isEqualTo(23);
            assertThat(minamioguni.<Integer>get("acceptances.value")).isEqualTo(15);
            assertThat(row(HIDA, THIS_MONTH).<Integer>get("people.value")).isEqualTo(12);
        });
        assertThat(row(HIDA, THIS_MONTH).getLong("newTies.value")).isZero();
        assertThat(row(TAKAYAMA, THIS_MONTH).getLong("newTies.value")).isEqualTo(12);
        as("secretariat")
                .get(FEED + "?level=prefecture&prefecture=21")
                .then()
                .body("items.code", contains("210005"))
                .body("items[0].people.value", equalTo(12))
                .body("items[0].ties.value", equalTo(24));
        as("secretariat")
                .get(FEED)
                .then()
                .body("items.code", contains("JP"))
                .body("items[0].people.value", equalTo(12))
                .body("items[0].ties.value", equalTo(24))
                .body("items[0].applications.value", equalTo(23))
                .body("definitionVersion", equalTo(1))
                .body("lag", lessThan(60));
    }

    @Test
    void row007_a_resident_is_a_member_but_no_kankeijinko() {
        List<SupporterChanged> told = new ArrayList<>(people(14, tie(KASHIWAZAKI)));
        told.addAll(people(3, tie(KASHIWAZAKI, TODAY, true)));
        world.tell(told);
        JsonPath kashiwazaki = row(KASHIWAZAKI, THIS_MONTH);
        assertThat(kashiwazaki.getLong("people.value")).isEqualTo(14);
        assertThat(kashiwazaki.getLong("ties.value")).isEqualTo(14);
        assertThat(kashiwazaki.getLong("newTies.value")).isZero();
    }

    @Test
    void one_person_known_to_two_municipalities_counts_once_above_them() {
        List<SupporterChanged> told = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            told.add(active("same-" + i, HIDA));
            told.add(active("same-" + i, TAKAYAMA));
        }
        told.add(supporter(
                UUID.randomUUID(),
                1,
                SupporterChanged.State.ACTIVE,
                SupporterChanged.Kind.ORGANIZATION,
                "a company",
                tie(HIDA)));
        world.tell(told);
        as("secretariat")
                .get(FEED + "?prefecture=岐阜県")
                .then()
                .body("items[0].people.value", equalTo(11))
                .body("items[0].ties.value", equalTo(22));
        assertThat(row(HIDA, THIS_MONTH).getLong("people.value")).isEqualTo(11);
    }

    @Test
    void who_was_removed_is_counted_no_longer() {
        List<SupporterChanged> told = people(12, tie(HIDA));
        world.tell(told);
        UUID gone = told.getFirst().id();
        world.tell(List.of(
                supporter(gone, 2, SupporterChanged.State.REMOVED, SupporterChanged.Kind.PERSON, "key-" + gone)));
        world.tell(List.of(told.getFirst()));
        assertThat(row(HIDA, THIS_MONTH).getLong("people.value")).isEqualTo(11);
    }

    @Test
    void row147_volunteering_moves_people_from_hobby_to_direct_contribution() {
        List<SupporterChanged> members = people(12, tie(HIDA));
        world.tell(members);
        world.tell(members.stream()
                .map(member -> engagement(member, HIDA, Activity.DINING_AND_SHOPPING))
                .toList());
        JsonPath before = row(HIDA, "FY" + year());
        assertThat(before.getLong("classes.hobbyConsumption.value")).isEqualTo(12);
        assertThat(before.getLong("classes.directContribution.value")).isZero();

        List<EngagementRecorded> volunteering = members.stream()
                .map(member -> engagement(member, HIDA, Activity.VOLUNTEERING))
                .toList();
        world.tell(volunteering);
        JsonPath after = row(HIDA, "FY" + year());
        assertThat(after.getLong("classes.directContribution.value")).isEqualTo(12);
        assertThat(after.getLong("classes.hobbyConsumption.value")).isZero();
        assertThat(after.getLong("classes.visiting.value")).isEqualTo(12);
        assertThat(after.getLong("classesToDate.directContribution.value")).isEqualTo(12);

        world.tell(volunteering.stream()
                .map(told -> engagement(
                        told.id(),
                        2,
                        told.supporter(),
                        HIDA,
                        Activity.VOLUNTEERING,
                        EngagementRecorded.Status.REJECTED))
                .toList());
        assertThat(row(HIDA, "FY" + year()).getLong("classes.hobbyConsumption.value"))
                .isEqualTo(12);
    }

    @Test
    void row095_row124_check_ins_count_in_total_and_people_once() {
        List<UUID> people =
                IntStream.range(0, 152).mapToObj(i -> UUID.randomUUID()).toList();
        world.tell(IntStream.range(0, 403)
                .mapToObj(i -> participation(people.get(i % 152), HIDA, TODAY))
                .toList());
        JsonPath hida = row(HIDA, THIS_MONTH);
        assertThat(hida.getLong("participations.value")).isEqualTo(403);
        assertThat(hida.getLong("participants.value")).isEqualTo(152);
    }

    @Test
    void row094_repeat_participants_come_from_earlier_years_too() {
        List<UUID> people =
                IntStream.range(0, 24).mapToObj(i -> UUID.randomUUID()).toList();
        List<Event> told = new ArrayList<>();
        people.forEach(person -> told.add(participation(person, TOKAMACHI, TODAY)));
        people.subList(0, 10).forEach(person -> told.add(participation(person, TOKAMACHI, TODAY.minusYears(2))));
        world.tell(told);
        as("secretariat")
                .get("/v1/indicators/repeat-participation?municipality={code}&period={period}", TOKAMACHI, THIS_MONTH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].numerator.value", equalTo(10))
                .body("items[0].denominator.value", equalTo(24))
                .body("items[0].share", equalTo(0.4167f));
    }

    @Test
    void all_1741_municipalities_come_in_one_answer_as_json_and_as_csv() {
        world.tell(people(11, tie(HIDA)));
        as("secretariat").get(FEED + "?level=municipality").then().body("items", hasSize(1741));
        as("secretariat").get(FEED + "?level=prefecture").then().body("items", hasSize(47));
        String csv = as("secretariat")
                .accept("text/csv")
                .get(FEED + "?level=municipality&period={period}", THIS_MONTH)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(1742);
        assertThat(csv.lines().filter(line -> line.contains(",212172,")))
                .singleElement()
                .asString()
                .startsWith("municipality,212172,21,飛騨市," + THIS_MONTH + ",")
                .contains(",1,1,11,11,0,0,0,");
    }

    private static SupporterChanged active(String subjectKey, String municipality) {
        return supporter(
                UUID.randomUUID(),
                1,
                SupporterChanged.State.ACTIVE,
                SupporterChanged.Kind.PERSON,
                subjectKey,
                tie(municipality));
    }

    private static int year() {
        return TODAY.getMonthValue() >= 4 ? TODAY.getYear() : TODAY.getYear() - 1;
    }
}
