package jp.kakawari.registry;

import static jp.kakawari.registry.TestActions.mustHold;
import static jp.kakawari.registry.TestActions.read;
import static jp.kakawari.registry.TestActions.send;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestActions.Act;
import jp.kakawari.registry.consent.Hanako;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What allowedActions names is accepted of that caller, and what it doesn't name is refused: for each state and each caller. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class AllowedActionsTest {

    private static final String HIDA = "212172";
    private static final String LETTER =
            "{\"subject\": \"便り\", \"body\": \"便りです。\", \"segment\": {\"prefecture\": \"47\"}}";

    private static final Map<String, Act> ON_MEMBERSHIP = Map.of(
            "approve", (caller, path) -> send(caller, path + "/decision", "{\"approve\": true}"),
            "reject", (caller, path) -> send(caller, path + "/decision", "{\"approve\": false}"),
            "withdraw", (caller, path) -> send(caller, path + "/withdrawal", "{}"),
            "renew", (caller, path) -> send(caller, path + "/renewal", "{}"),
            "consent", (caller, path) -> send(caller, path + "/consent", "{}"),
            "set-tier",
                    (caller, path) -> send(caller, path + "/tier", "{\"tier\": \"regular\", \"reason\": \"OTHER\"}"));

    private static final Map<String, Act> ON_CAMPAIGN = Map.of(
            "change",
                    (caller, path) ->
                            caller.header("If-Match", "*").body(LETTER).put(path),
            "schedule",
                    (caller, path) -> send(caller, path + "/schedule", "{\"sendAt\": \"2099-01-01T09:00:00+09:00\"}"),
            "cancel", (caller, path) -> send(caller, path + "/cancellation", "{}"));

    @AfterEach
    void leave() {
        Hanako.leaves();
    }

    @Test
    void of_memberships() {
        Map<String, Function<UUID, String>> states = Map.of(
                "pending", person -> joined(person, "{\"approval\": true}", ""),
                "pending in a closed scheme", AllowedActionsTest::pendingInClosed,
                "pending in a full scheme", AllowedActionsTest::pendingInFull,
                "pending at the cap of their family", AllowedActionsTest::pendingAtTheirCap,
                "active without end", person -> joined(person, "{}", ""),
                "active and renewable", person -> joined(person, "{}", ", \"validMonths\": 1"),
                "active and not yet renewable", person -> joined(person, "{}", ", \"validMonths\": 12"),
                "rejected", person -> after(joined(person, "{\"approval\": true}", ""), "hida", "reject"),
                "ended", person -> after(joined(person, "{}", ""), "hida", "withdraw"));
        states.forEach((state, make) -> {
            for (String caller : List.of("hida", "iga", "sample-partner", "other-partner")) {
                mustHold(state, () -> make.apply(somebody()), () -> as(caller), caller, ON_MEMBERSHIP);
            }
            mustHold(state, () -> make.apply(hanako()), TestApi::asHanako, "花子", ON_MEMBERSHIP);
        });
    }

    @Test
    void of_campaigns() {
        Map<String, Supplier<String>> states = Map.of(
                "draft", AllowedActionsTest::draft,
                "scheduled", () -> acted(draft(), "schedule"),
                "cancelled", () -> acted(draft(), "cancel"));
        states.forEach((state, make) -> {
            for (String caller : List.of("hida", "iga", "sample-partner")) {
                mustHold(state, make, () -> as(caller), caller, ON_CAMPAIGN);
            }
        });
    }

    @Test
    void of_schemes() {
        Map<String, Act> acts = Map.of(
                "change",
                        (caller, path) -> caller.header("If-Match", "*")
                                .body(scheme("OPEN", "{}", "新しい名"))
                                .put(path),
                "close", (caller, path) -> send(caller, path + "/closure", "{}"),
                "hand-over", (caller, path) -> send(caller, path + "/hand-over", "{\"to\": \"242161\"}"));
        Map<String, Supplier<String>> states = Map.of(
                "open", () -> stated("OPEN", "{}"),
                "lists only", () -> stated("OPEN", null),
                "closed", () -> stated("CLOSED", "{}"));
        states.forEach((state, make) -> {
            for (String caller : List.of("hida", "iga", "sample-partner")) {
                mustHold(state, make, () -> as(caller), caller, acts);
            }
            mustHold(state, make, TestApi::anonymously, "anybody", acts);
            mustSayWhetherPeopleJoin(state, make);
        });
    }

    private static void mustSayWhetherPeopleJoin(String state, Supplier<String> make) {
        String scheme = make.get();
        Hanako.joins(true);
        boolean open = state.equals("open");
        for (RequestSpecification reader : List.of(asHanako(), as("hida"), as("sample-partner"))) {
            assertThat(read(reader, scheme).contains("join")).as(state).isEqualTo(open);
        }
        assertThat(read(as("iga"), scheme)).isEmpty();
        assertThat(read(anonymously(), scheme)).isEmpty();
        assertThat(send(asHanako(), scheme + "/memberships", "{}").statusCode())
                .isIn(open ? List.of(201) : List.of(409, 422));
        assertThat(read(asHanako(), scheme)).as("a member joins no second time").isEmpty();
        assertThat(asHanako()
                        .get("/v1/schemes?municipality=" + HIDA + "&limit=200")
                        .<List<String>>path("items.find { it.code == '%s' }.allowedActions"
                                .formatted(scheme.substring("/v1/schemes/".length()))))
                .isEmpty();
    }

    private static UUID somebody() {
        return register(
                "sample-partner",
                "{\"profile\": {\"nickname\": \"%1$s\", \"email\": \"%1$s@example.jp\"}}".formatted(UUID.randomUUID()));
    }

    private static UUID hanako() {
        Hanako.joins(true);
        return Hanako.UUID_OF;
    }

    private static String draft() {
        String path = "/v1/municipalities/" + HIDA + "/campaigns";
        return path + "/"
                + post("hida", path, LETTER).then().statusCode(201).extract().path("id");
    }

    private static String acted(String campaign, String action) {
        ON_CAMPAIGN.get(action).of(as("hida"), campaign).then().statusCode(200);
        return campaign;
    }

    private static String scheme(String state, String joining, String name) {
        return TestSchemes.scheme(state, name, policy(joining, ""), HIDA);
    }

    private static String policy(String joining, String more) {
        return "{\"tiers\": [{\"code\": \"regular\", \"name\": \"一般\"}]%s%s}"
                .formatted(joining == null ? "" : ", \"joining\": " + joining, more);
    }

    private static String stated(String state, String joining) {
        String code = "aa-" + UUID.randomUUID();
        TestSchemes.put("hida", code, scheme(state, joining, "会"), null).then().statusCode(200);
        return "/v1/schemes/" + code;
    }

    private static String joined(UUID person, String joining, String more) {
        return joined(person, joining, more, null);
    }

    private static String joined(UUID person, String joining, String more, String family) {
        String code = "aa-" + UUID.randomUUID();
        String body = TestSchemes.scheme("OPEN", "会", policy(joining, more), HIDA);
        String related = family == null ? body : body.replaceFirst("\\{", "{\"family\": \"" + family + "\", ");
        TestSchemes.put("hida", code, related, null).then().statusCode(200);
        RequestSpecification joiner = person.equals(Hanako.UUID_OF) ? asHanako() : as("sample-partner");
        return apply(joiner, "/v1/schemes/" + code + "/memberships", person);
    }

    private static String apply(RequestSpecification joiner, String path, UUID person) {
        return path + "/"
                + send(joiner, path, "{\"supporter\": \"%s\"}".formatted(person))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static String after(String membership, String client, String action) {
        ON_MEMBERSHIP.get(action).of(as(client), membership).then().statusCode(200);
        return membership;
    }

    private static String pendingInFull(UUID person) {
        String membership = joined(person, "{\"approval\": true, \"members\": 1}", "");
        String other = apply(as("sample-partner"), membership.substring(0, membership.lastIndexOf('/')), somebody());
        after(other, "hida", "approve");
        return membership;
    }

    private static String pendingAtTheirCap(UUID person) {
        String family = "aa-" + UUID.randomUUID();
        String first = joined(person, "{\"approval\": true}", "", family);
        String second = joined(person, "{\"approval\": true, \"perPerson\": 1}", "", family);
        after(first, "hida", "approve");
        return second;
    }

    private static String pendingInClosed(UUID person) {
        String membership = joined(person, "{\"approval\": true}", "");
        String scheme = membership.substring(0, membership.indexOf("/memberships"));
        as("hida")
                .header("If-Match", "*")
                .body(scheme("CLOSED", "{\"approval\": true}", "会"))
                .put(scheme)
                .then()
                .statusCode(200);
        return membership;
    }
}
