package jp.kakawari.kpi.ladder;

import static jp.kakawari.kpi.TestWorld.HIDA;
import static jp.kakawari.kpi.TestWorld.KASHIWAZAKI;
import static jp.kakawari.kpi.TestWorld.TODAY;
import static jp.kakawari.kpi.TestWorld.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.kpi.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who moves on a town's own ladder, in sums. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class LadderMovesResourceTest {
    private static final String FEED = "/v1/feeds/ladder-moves";

    @Inject
    TestWorld world;

    @BeforeEach
    void forget() {
        world.forget();
    }

    @Test
    void a_town_reads_its_own_moves_by_day_and_nobody_else_what_few_did() {
        List<LadderMoved> many = moves(10, HIDA, null, "exchange");
        world.tell(many);
        world.tell(many);
        world.tell(List.of(move(HIDA, UUID.randomUUID(), "exchange", "relation")));
        world.tell(moves(9, KASHIWAZAKI, null, "exchange"));
        as("hida")
                .get(FEED)
                .then()
                .statusCode(200)
                .body("items.municipality", contains(HIDA, HIDA))
                .body("items.from", contains(null, "exchange"))
                .body("items.to", contains("exchange", "relation"))
                .body("items.moves.value", contains(10, 1))
                .body("items.days.on.flatten()", contains(TODAY.toString(), TODAY.toString()))
                .body("items.days.moves.flatten()", contains(10, 1));
        as("secretariat")
                .get(FEED)
                .then()
                .statusCode(200)
                .body("items.municipality", contains(KASHIWAZAKI, HIDA, HIDA))
                .body("items.moves.value", contains(null, 10, null))
                .body("items.moves.suppressed", contains(true, false, true))
                .body("items.days", everyItem(nullValue()));
        as("gifu")
                .get(FEED + "?prefecture=21")
                .then()
                .statusCode(200)
                .body("items.moves.suppressed", contains(false, true))
                .body("items.days", everyItem(nullValue()));
        as("hida").get(FEED + "?municipality=" + KASHIWAZAKI).then().statusCode(403);
        as("hida").get(FEED + "?period=FY2020").then().statusCode(200).body("items", empty());
        as("hida").get(FEED + "?period=2026-11").then().statusCode(400);
    }

    @Test
    void a_town_reads_them_in_the_order_of_their_days() {
        LocalDate day = TODAY.withDayOfMonth(1);
        world.tell(List.of(
                moveOn(day.plusDays(2), "relation", "settled"),
                moveOn(day.plusDays(9), null, "exchange"),
                moveOn(day.plusDays(1), "visit", "exchange"),
                moveOn(day.plusDays(4), null, "exchange"),
                moveOn(day.plusDays(9), "visit", "exchange"),
                moveOn(day.plusDays(7), null, "exchange")));
        as("hida")
                .get(FEED)
                .then()
                .statusCode(200)
                .body("items.from", contains("visit", "relation", null))
                .body("items.to", contains("exchange", "settled", "exchange"))
                .body("items[0].days.on", contains(texts(day.plusDays(1), day.plusDays(9))))
                .body("items[1].days.on", contains(texts(day.plusDays(2))))
                .body("items[2].days.on", contains(texts(day.plusDays(4), day.plusDays(7), day.plusDays(9))));
    }

    @Test
    void one_person_who_goes_up_and_down_ten_times_is_still_one() {
        UUID person = UUID.randomUUID();
        world.tell(IntStream.range(0, 10)
                .mapToObj(time -> move(HIDA, person, "exchange", "relation"))
                .toList());
        as("secretariat").get(FEED).then().body("items.moves.suppressed", contains(true));
    }

    @Test
    void what_was_taken_back_counts_no_more_in_whatever_order_it_is_heard() {
        List<LadderMoved> moves = moves(11, HIDA, null, "exchange");
        LadderMoved back = LadderMoved.removed(moves.getFirst().id(), 2);
        world.tell(List.of(back));
        world.tell(moves);
        as("secretariat").get(FEED).then().body("items.moves.value", contains(10));
        world.tell(List.of(LadderMoved.removed(moves.getLast().id(), 2)));
        as("secretariat").get(FEED).then().body("items.moves.suppressed", contains(true));
    }

    private static List<LadderMoved> moves(int count, String municipality, String from, String to) {
        return IntStream.range(0, count)
                .mapToObj(person -> move(municipality, UUID.randomUUID(), from, to))
                .toList();
    }

    private static LadderMoved move(String municipality, UUID person, String from, String to) {
        return new LadderMoved(UUID.randomUUID(), 1, LadderMoved.State.MADE, person, municipality, from, to, TODAY);
    }

    private static LadderMoved moveOn(LocalDate day, String from, String to) {
        return new LadderMoved(UUID.randomUUID(), 1, LadderMoved.State.MADE, UUID.randomUUID(), HIDA, from, to, day);
    }

    private static String[] texts(LocalDate... days) {
        return Stream.of(days).map(LocalDate::toString).toArray(String[]::new);
    }
}
