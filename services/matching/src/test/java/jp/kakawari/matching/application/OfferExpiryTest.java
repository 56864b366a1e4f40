package jp.kakawari.matching.application;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.act;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.await;
import static jp.kakawari.matching.TestWorld.stateOf;
import static jp.kakawari.matching.TestWorld.townPlanning;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OfferExpiryTest {
    @Inject
    TestWorld world;

    @Inject
    SweepOffers sweepOffers;

    @Test
    void a_lapsed_offer_goes_to_the_next_one_in_line() {
        List<String> ids = queueOf(3);
        act(APP, ids.get(0), "withdrawal");
        assertThat(stateOf(ids.get(1))).isEqualTo("OFFERED");
        world.letHoldRunOut(ids.get(1));
        await("the first offer expires", () -> stateOf(ids.get(1)).equals("EXPIRED"));
        assertThat(stateOf(ids.get(2))).isEqualTo("OFFERED");
        world.letHoldRunOut(ids.get(2));
        await("the second offer expires", () -> stateOf(ids.get(2)).equals("EXPIRED"));
    }

    @Test
    void a_sweep_that_died_half_way_is_done_again() {
        List<String> ids = queueOf(2);
        act(APP, ids.get(0), "withdrawal");
        UUID program = programOf(ids.get(0));
        QuarkusTransaction.begin();
        world.letHoldRunOut(ids.get(1));
        sweepOffers.sweep(program);
        QuarkusTransaction.rollback();
        assertThat(stateOf(ids.get(1))).isEqualTo("OFFERED");
        world.letHoldRunOut(ids.get(1));
        await("whoever sweeps next lets it expire", () -> stateOf(ids.get(1)).equals("EXPIRED"));
        assertThat(world.count("select taken from program where id = '" + program + "'"))
                .isZero();
    }

    @Test
    void more_places_are_offered_to_those_who_wait_and_fewer_take_none_away() {
        UUID program = UUID.randomUUID();
        world.tell(townPlanning(program, 1, Selection.FIRST_COME, 1));
        List<String> ids = world.supporters(4).stream()
                .map(supporter -> apply(APP, program, supporter).<String>path("id"))
                .toList();
        world.tell(townPlanning(program, 2, Selection.FIRST_COME, 3));
        await("two more are offered a place", () -> stateOf(ids.get(2)).equals("OFFERED"));
        assertThat(ids.stream().map(TestWorld::stateOf)).containsExactly("ACCEPTED", "OFFERED", "OFFERED", "WAITING");

        world.tell(townPlanning(program, 3, Selection.FIRST_COME, 1));
        act(APP, ids.get(1), "acceptance").then().statusCode(200);
        act(APP, ids.get(0), "withdrawal").then().statusCode(200);
        act(APP, ids.get(2), "withdrawal").then().statusCode(200);
        assertThat(stateOf(ids.get(3))).as("one place is left, and it is held").isEqualTo("WAITING");
        act(APP, ids.get(1), "withdrawal").then().statusCode(200);
        assertThat(stateOf(ids.get(3))).isEqualTo("OFFERED");
    }

    @Test
    void a_supporter_who_left_frees_their_place_and_their_answers_are_forgotten() {
        UUID program = world.program(Selection.FIRST_COME, 1);
        UUID leaving = world.supporter();
        String left = apply(APP, program, leaving).path("id");
        String next = apply(APP, program, world.supporter()).path("id");
        world.change("update application set answers = '{\"志望動機\": \"温泉\"}' where id = '" + left + "'");
        world.tell(TestWorld.removed(leaving, 2));
        assertThat(stateOf(left)).isEqualTo("WITHDRAWN");
        assertThat(stateOf(next)).isEqualTo("OFFERED");
        assertThat(world.count("select count(*) from application where answers is not null and id = '" + left + "'"))
                .isZero();
        world.tell(TestWorld.person(leaving, 1, TestWorld.APP_ID));
        apply(APP, program, leaving).then().statusCode(404);
    }

    private List<String> queueOf(int applicants) {
        UUID program = world.program(Selection.FIRST_COME, 1);
        return world.supporters(applicants).stream()
                .map(supporter -> apply(APP, program, supporter).<String>path("id"))
                .toList();
    }

    private static UUID programOf(String application) {
        return UUID.fromString(
                TestWorld.as(APP).get("/v1/applications/{id}", application).path("program"));
    }
}
