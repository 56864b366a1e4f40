package jp.kakawari.registry;

import static jp.kakawari.registry.TestActions.delete;
import static jp.kakawari.registry.TestActions.inList;
import static jp.kakawari.registry.TestActions.listed;
import static jp.kakawari.registry.TestActions.mustHold;
import static jp.kakawari.registry.TestActions.patch;
import static jp.kakawari.registry.TestActions.post;
import static jp.kakawari.registry.TestActions.put;
import static jp.kakawari.registry.TestActions.read;
import static jp.kakawari.registry.TestActions.send;
import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestFunds.TODAY;
import static jp.kakawari.registry.TestFunds.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestActions.Act;
import jp.kakawari.registry.consent.Hanako;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What allowedActions names is accepted of that caller, and all else refused: people, and what is counted of them. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class AllowedActionsInLedgersTest {

    private static final List<String> CALLERS = List.of("kashiwazaki", "minamioguni", "gifu", "sample-partner");

    @AfterEach
    void leave() {
        Hanako.leaves();
    }

    @Test
    void of_supporters() {
        Map<String, Act> acts = Map.of(
                "change", patch("{\"channel\": \"web\"}"),
                "remove", delete(""),
                "withdraw-guardian", delete("/guardian"));
        Map<String, Supplier<String>> states = Map.of(
                "adult", () -> "/v1/supporters/" + TestFunds.person(),
                "minor", () -> minor("false"),
                "minor with a guardian", () -> minor("true"));
        states.forEach((state, make) -> {
            CALLERS.forEach(client -> mustHold(state, make, () -> as(client), client, acts));
            mustHold(state, make, TestApi::anonymously, "anybody", acts);
        });
        Hanako.joins(true);
        assertThat(read(asHanako(), "/v1/me")).containsExactly("change", "remove");
    }

    @Test
    void of_funds_and_their_entries() {
        Map<String, Act> acts = Map.of(
                "change",
                put("{\"name\": \"別の基金\"}"),
                "book",
                (caller, path) -> send(caller, path + "/entries", booking("IN", 5)));
        Map<String, Act> onEntry = Map.of("take-back", post("/withdrawal", "{\"reason\": \"金額の誤り\"}"));
        Map<String, Supplier<String>> states =
                Map.of("booked", () -> entry(0), "taken back", () -> entry(1), "a counter-entry", () -> entry(2));
        for (String client : CALLERS) {
            mustHold("open", () -> TOWN + "/funds/" + TestFunds.fund(), () -> as(client), client, acts);
            states.forEach((state, make) -> mustHold(state, make, () -> as(client), client, inList("id"), onEntry));
        }
    }

    @Test
    void of_cards_that_were_redeemed() {
        Map<String, Act> acts = Map.of("take-back", post("/withdrawal", "{\"because\": \"WRONG_CARD\"}"));
        String code = "aa-" + UUID.randomUUID();
        TestSchemes.open("kashiwazaki", code, "会", KASHIWAZAKI, MINAMIOGUNI);
        for (String client : List.of("kashiwazaki", "minamioguni", "iga", "sample-partner")) {
            for (String town : List.of("kashiwazaki", "minamioguni")) {
                mustHold("redeemed", () -> card(code, town), () -> as(client), client, inList("id"), acts);
                mustHold(
                        "taken back",
                        () -> {
                            String card = card(code, town);
                            acts.get("take-back").of(as(town), card).then().statusCode(200);
                            return card;
                        },
                        () -> as(client),
                        client,
                        inList("id"),
                        acts);
            }
        }
        String othersCard = card(code, "kashiwazaki");
        assertThat(inList("id").actions(as("minamioguni"), othersCard)).isEmpty();
    }

    @Test
    void of_ladders_and_the_moves_on_them() {
        String ladder = "/v1/municipalities/242161/ladder";
        String steps =
                "{\"steps\": [{\"code\": \"exchange\", \"name\": \"交流\"}, {\"code\": \"relation\", \"name\": \"%s\"}]}";
        Act change = put(steps.formatted("関係"));
        Supplier<String> stated = () -> {
            change.of(as("iga"), ladder).then().statusCode(200);
            return ladder;
        };
        Map<String, Act> acts = Map.of(
                "change",
                change,
                "move",
                (caller, path) ->
                        send(caller, path + "/moves", move(register("iga", somebody("aa", "242161")), "exchange")));
        Map<String, Act> onMove = Map.of("take-back", delete(""));
        for (String client : List.of("iga", "kashiwazaki", "sample-partner")) {
            mustHold("stated", stated, () -> as(client), client, acts);
            mustHold("the last", () -> moved(false), () -> as(client), client, inList("id"), onMove);
            mustHold("not the last", () -> moved(true), () -> as(client), client, inList("id"), onMove);
        }
    }

    @Test
    void of_certifications_and_projects() {
        Act state = (caller, path) -> put("{\"name\": \"おむすびと\", \"program\": \"%s\", \"times\": 1}"
                        .formatted(UUID.randomUUID()))
                .of(caller, path);
        Supplier<String> certification = () -> {
            String path = TOWN + "/certifications/aa-" + UUID.randomUUID();
            state.of(as("kashiwazaki"), path).then().statusCode(200);
            return path;
        };
        Supplier<String> member = () -> {
            String members = TOWN + "/donation-projects/" + TestFunds.project(null) + "/members";
            UUID person = TestFunds.person();
            TestApi.post("kashiwazaki", members, "{\"supporter\": \"%s\"}".formatted(person))
                    .then()
                    .statusCode(204);
            return members + "/" + person;
        };
        for (String client : CALLERS) {
            mustHold("stated", certification, () -> as(client), client, inList("code"), Map.of("change", state));
            Map<String, Act> onMember = Map.of("leave", post("/departure", "{}"));
            mustHold("works along", member, () -> as(client), client, inList("supporter"), onMember);
        }
    }

    @Test
    void of_feeds_of_ones_own() {
        Hanako.joins(true);
        String feeds = "/v1/me/feed-subscriptions";
        Supplier<String> subscribed = () -> feeds + "/"
                + send(asHanako(), feeds, "{}").then().statusCode(201).extract().<String>path("id");
        Map<String, Act> acts = Map.of("revoke", delete(""));
        mustHold("subscribed", subscribed, TestApi::asHanako, "花子", inList("id"), acts);
        mustHold("subscribed", subscribed, () -> as("hida"), "hida", inList("id"), acts);
        String gone = subscribed.get();
        delete("").of(asHanako(), gone).then().statusCode(204);
        mustHold("revoked", () -> gone, TestApi::asHanako, "花子", inList("id"), acts);
        String stands = subscribed.get().substring(feeds.length() + 1);
        assertThat(listed(asHanako().get(feeds), "id", stands)).containsExactly("revoke");
    }

    private static String minor(String guardian) {
        return "/v1/supporters/"
                + register("sample-partner", """
                {"profile": {"nickname": "中学生", "phone": "090-1111-3333", "birthDate": "%s"}%s}""".formatted(
                                LocalDate.now().minusYears(14), guardian.equals("true") ? """
                                , "guardian": {"name": "保護 者", "relation": "PARENT", "contact": "0967-42-1111",
                                               "consents": true}""" : ""));
    }

    private static String booking(String direction, int yen) {
        return "{\"direction\": \"%s\", \"yen\": %d, \"bookedOn\": \"%s\", \"sourceTransaction\": \"%s\"}"
                .formatted(direction, yen, TODAY, UUID.randomUUID());
    }

    /** 0: one that counts, 1: one that was taken back, 2: by which it was. */
    private static String entry(int which) {
        String entries = TOWN + "/funds/" + TestFunds.fund() + "/entries";
        String booked = entries + "/"
                + TestApi.post("kashiwazaki", entries, booking("IN", 5)).<String>path("id");
        if (which == 0) {
            return booked;
        }
        String counter = entries + "/"
                + TestApi.post("kashiwazaki", booked + "/withdrawal", "{\"reason\": \"金額の誤り\"}")
                        .<String>path("id");
        return which == 1 ? booked : counter;
    }

    private static String card(String scheme, String town) {
        String memberships = "/v1/schemes/" + scheme + "/memberships";
        String member = memberships + "/"
                + TestApi.post(
                                "sample-partner",
                                memberships,
                                "{\"supporter\": \"%s\", \"municipality\": \"%s\"}"
                                        .formatted(TestFunds.person(), KASHIWAZAKI))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        TestApi.post(town, member + "/referrals", "{\"card\": \"%s\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(201);
        String cards = member + "/referrals/cards";
        return cards + "/" + as(town).get(cards).<String>path("items[0].id");
    }

    private static String move(UUID person, String step) {
        return "{\"supporter\": \"%s\", \"step\": \"%s\", \"movedOn\": \"%s\"}".formatted(person, step, TODAY);
    }

    private static String moved(boolean further) {
        String moves = "/v1/municipalities/242161/ladder/moves";
        UUID person = register("iga", somebody("aa", "242161"));
        String first = TestApi.post("iga", moves, move(person, "exchange")).path("id");
        if (further) {
            TestApi.post("iga", moves, move(person, "relation")).then().statusCode(201);
        }
        return moves + "/" + first;
    }
}
