package jp.kakawari.registry.referral;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;

/** A card that is taken back takes with it what was reached with it, and nothing else. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class TakeBackCardTest {

    @Inject
    EntityManager database;

    @Inject
    Traces traces;

    private final String code = "tb-" + UUID.randomUUID();
    private final String club = "/v1/schemes/" + code + "/memberships";

    @Test
    void a_member_whose_policy_asks_for_more_by_now_keeps_what_they_were_given() throws Exception {
        promise(2, null);
        UUID member = join();
        show(member, 3);
        promise(10, "\"1\"");
        traces.execute("update membership set policy = 2 where id = '" + member + "'");
        takeBack(member).then().statusCode(200);
        referrals(member).then().body("redeemed", equalTo(2)).body("benefits.givenAt", contains(notNullValue()));
        history(member, "JOINED", "BENEFIT_GIVEN");
    }

    @Test
    void only_the_card_that_reached_it_takes_a_benefit_along() {
        promise(2, null);
        UUID member = join();
        show(member, 3);
        takeBack(member).then().statusCode(200);
        history(member, "JOINED", "BENEFIT_GIVEN");
        takeBack(member).then().statusCode(200);
        referrals(member).then().body("redeemed", equalTo(1)).body("benefits.givenAt", contains(nullValue()));
        history(member, "JOINED", "BENEFIT_GIVEN", "BENEFIT_TAKEN_BACK");
    }

    @Test
    void what_is_being_used_just_now_is_not_taken_back() {
        promise(1, null);
        UUID member = join();
        show(member, 1);
        var asked = QuarkusTransaction.requiringNew().call(() -> {
            uses(member);
            var taking = CompletableFuture.supplyAsync(() -> takeBack(member));
            await(() -> taking.isDone() || somebodyWaits());
            return taking;
        });
        assertThat(asked.join().statusCode()).isEqualTo(200);
        referrals(member).then().body("redeemed", equalTo(0)).body("benefits.givenAt", contains(notNullValue()));
        history(member, "JOINED", "BENEFIT_GIVEN");
    }

    /** As a card lets them: the membership is held, then the use is counted. */
    private void uses(UUID member) {
        database.createNativeQuery("select id from membership where id = :id for update")
                .setParameter("id", member)
                .getSingleResult();
        database.createNativeQuery("""
                        insert into entitlement_use (membership, entitlement, period, place, municipality)
                        values (:member, 'souvenir', 'EVER', 1, :municipality)
                        """)
                .setParameter("member", member)
                .setParameter("municipality", KASHIWAZAKI)
                .executeUpdate();
    }

    private boolean somebodyWaits() {
        try {
            return !traces.query("""
                            select w.pid::text from pg_locks w
                            where not w.granted and w.locktype = 'transactionid' and exists (
                                select from pg_locks l join pg_database d on d.oid = l.database
                                where l.pid = w.pid and d.datname = current_database()
                                  and l.relation = 'membership'::regclass)""").isEmpty();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private void promise(int afterReferrals, String ifMatch) {
        String policy = """
                {"tiers": [{"code": "regular", "name": "一般"}], "joining": {},
                 "entitlements": [{"code": "souvenir", "name": "記念品", "times": 1, "per": "EVER", "afterReferrals": %d}]}
                """.formatted(afterReferrals);
        put("kashiwazaki", code, scheme("OPEN", "紹介の会", policy, KASHIWAZAKI), ifMatch)
                .then()
                .statusCode(200);
    }

    private UUID join() {
        UUID person = register("sample-partner", somebody("tb-" + UUID.randomUUID(), KASHIWAZAKI));
        String body = "{\"supporter\": \"%s\", \"municipality\": \"%s\"}".formatted(person, KASHIWAZAKI);
        return UUID.fromString(post("sample-partner", club, body)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void show(UUID member, int cards) {
        IntStream.range(0, cards)
                .forEach(number -> post(
                                "kashiwazaki",
                                place(member) + "/referrals",
                                "{\"card\": \"%s\"}".formatted(UUID.randomUUID()))
                        .then()
                        .statusCode(201));
    }

    /** The first of those that count. */
    private Response takeBack(UUID member) {
        String cards = place(member) + "/referrals/cards";
        String card = as("kashiwazaki").get(cards).path("items.find { it.takenBackAt == null }.id");
        return post("kashiwazaki", cards + "/" + card + "/withdrawal", "{\"because\": \"WRONG_MEMBER\"}");
    }

    private Response referrals(UUID member) {
        return as("sample-partner").get(place(member) + "/referrals");
    }

    private void history(UUID member, String... actions) {
        as("sample-partner").get(place(member) + "/history").then().body("items.action", contains(actions));
    }

    private String place(UUID member) {
        return club + "/" + member;
    }
}
