package jp.kakawari.kpi.tier;

import static jp.kakawari.kpi.TestWorld.HIDA;
import static jp.kakawari.kpi.TestWorld.KASHIWAZAKI;
import static jp.kakawari.kpi.TestWorld.TODAY;
import static jp.kakawari.kpi.TestWorld.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.contracts.registry.AccrualChanged;
import jp.kakawari.contracts.registry.TierChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.kpi.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members do, in sums. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class MembersFeedsTest {

    @Inject
    TestWorld world;

    @BeforeEach
    void forget() {
        world.forget();
    }

    @Test
    void row010_promotions_and_demotions_are_counted_once_and_few_are_hidden() {
        List<TierChanged> rises = changes(12, HIDA, true);
        world.tell(rises);
        world.tell(rises);
        world.tell(changes(3, HIDA, false));
        world.tell(changes(10, KASHIWAZAKI, false));
        as("secretariat")
                .get("/v1/feeds/tier-changes")
                .then()
                .statusCode(200)
                .body("items.municipality", contains(KASHIWAZAKI, HIDA))
                .body("items.promotions.value", contains(0, 12))
                .body("items.demotions.suppressed", contains(false, true));
        as("hida").get("/v1/feeds/tier-changes").then().body("items.municipality", contains(HIDA));
        as("hida").get("/v1/feeds/tier-changes?scheme=other").then().body("items", empty());
        as("hida")
                .get("/v1/feeds/tier-changes?period=FY2025")
                .then()
                .statusCode(200)
                .body("items", empty());
        as("hida").get("/v1/feeds/tier-changes?period=2026-11").then().statusCode(400);
    }

    @Test
    void row109_what_accrues_is_told_exactly_in_its_newest_state_and_of_few_payers_not_at_all() {
        world.tell(List.of(accrual(HIDA, 2, 12, "25.015"), accrual(HIDA, 1, 11, "10")));
        world.tell(List.of(accrual(HIDA, 1, 11, "10"), accrual(KASHIWAZAKI, 1, 9, "10")));
        as("secretariat")
                .get("/v1/feeds/accruals")
                .then()
                .statusCode(200)
                .body("items.municipality", contains(KASHIWAZAKI, HIDA))
                .body("items[0].suppressed", equalTo(true))
                .body("items[0].accrued", nullValue())
                .body("items[1].accrued", equalTo(25.015f));
        as("kashiwazaki").get("/v1/feeds/accruals?municipality=" + HIDA).then().statusCode(403);
    }

    private static AccrualChanged accrual(String municipality, long revision, long payers, String yen) {
        return new AccrualChanged(
                "club", new UUID(0, 5), municipality, revision, 20, payers, 25_015, new BigDecimal(yen), 0);
    }

    private static List<TierChanged> changes(int count, String municipality, boolean promoted) {
        return Stream.generate(UUID::randomUUID)
                .limit(count)
                .map(id ->
                        new TierChanged(id, UUID.randomUUID(), "club", municipality, TODAY, "a", "b", promoted, false))
                .toList();
    }
}
