package jp.kakawari.registry;

import static jp.kakawari.registry.TestActions.delete;
import static jp.kakawari.registry.TestActions.inList;
import static jp.kakawari.registry.TestActions.listed;
import static jp.kakawari.registry.TestActions.mustHold;
import static jp.kakawari.registry.TestActions.patch;
import static jp.kakawari.registry.TestActions.post;
import static jp.kakawari.registry.TestActions.put;
import static jp.kakawari.registry.TestActions.send;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestActions.Act;
import org.junit.jupiter.api.Test;

/** What allowedActions names is accepted of that caller, and all else refused: what towns keep at their desks. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class AllowedActionsAtDesksTest {

    private static final String HIDA = "/v1/municipalities/212172";
    private static final String KOSUGE = "/v1/municipalities/194425";
    private static final List<String> CALLERS =
            List.of("hida", "iga", "gifu", "sample-partner", "sample-intermediary", "secretariat");

    @Inject
    Traces database;

    @Test
    void of_officers() {
        Map<String, Act> acts = Map.of(
                "change",
                (caller, path) -> patch("{\"title\": \"副市長\"}")
                        .of(caller, HIDA + "/officers" + path.substring(path.lastIndexOf('/'))));
        Map<String, Supplier<String>> states = Map.of(
                "in office", () -> officer("2026-04-01", null), "over", () -> officer("2024-04-01", "2025-03-31"));
        states.forEach((state, make) -> {
            CALLERS.forEach(client -> mustHold(state, make, () -> as(client), client, acts));
            mustHold(state, make, TestApi::anonymously, "anybody", acts);
            CALLERS.forEach(client -> mustHold(
                    state,
                    () -> make.get().replace("/v1", HIDA),
                    () -> as(client),
                    client,
                    inList("id"),
                    Map.of("change", patch("{\"title\": \"副市長\"}"))));
        });
    }

    @Test
    void of_lists_of_addresses() {
        Map<String, Act> acts = Map.of(
                "take-out",
                (caller, path) ->
                        caller.accept("text/csv, application/problem+json").get(path + "/file"));
        Supplier<String> fresh = AllowedActionsAtDesksTest::addresses;
        Supplier<String> expired = () -> expired(addresses());
        for (String client : CALLERS) {
            mustHold("fresh", fresh, () -> as(client), client, acts);
            mustHold("expired", expired, () -> as(client), client, acts);
        }
    }

    @Test
    void of_contact_points_and_what_they_recorded() {
        Map<String, Act> acts = Map.of(
                "change", put(TestMembers.desk("大阪の案内所", "271004", "\"RELATION\"")),
                "refer", post("/referrals", "{\"referredOn\": \"2026-11-03\", \"people\": 2}"));
        Supplier<String> desk = () -> "/v1/contact-points/" + TestMembers.desk("hida");
        CALLERS.forEach(client -> mustHold("open", desk, () -> as(client), client, acts));
        mustHold("open", desk, TestApi::anonymously, "anybody", acts);
        Map<String, Act> onRecord = Map.of("withdraw", post("/withdrawal", "{\"reason\": \"人数の誤り\"}"));
        for (String client : CALLERS) {
            mustHold("recorded", () -> referral(desk.get()), () -> as(client), client, inList("id"), onRecord);
            mustHold("taken back", () -> takenBack(desk.get()), () -> as(client), client, inList("id"), onRecord);
        }
    }

    @Test
    void of_surveys_of_desks() {
        Supplier<String> survey = () -> {
            String code = "aa-" + UUID.randomUUID();
            as("secretariat").body("""
                            {"title": "窓口の設置状況", "surveyedOn": "2020-04-01", "answers": [
                             {"government": "212172", "targets": []}]}""").put("/v1/desk-surveys/" + code).then().statusCode(200);
            return "/v1/desk-surveys/" + code;
        };
        String own = "/answers/212172";
        Map<String, Act> acts = Map.of(
                "change",
                put("{\"title\": \"窓口\", \"surveyedOn\": \"2021-04-01\"}"),
                "answer",
                (caller, path) -> caller.body("{\"targets\": []}").put(path + own));
        for (String client : List.of("hida", "sample-partner", "sample-intermediary", "secretariat")) {
            mustHold("open", survey, () -> as(client), client, acts);
        }
        mustHold("open", survey, TestApi::anonymously, "anybody", acts);
        Map<String, Act> onAnswer = Map.of(
                "answer", (caller, path) -> caller.body("{\"targets\": []}").put(path));
        for (String client : CALLERS) {
            mustHold("answered", () -> survey.get() + own, () -> as(client), client, inList("government"), onAnswer);
        }
    }

    @Test
    void of_members_of_groups() {
        Map<String, Act> acts = Map.of(
                "change", put("{\"memberClass\": \"REGULAR\", \"role\": \"SECRETARIAT\"}"), "remove", delete(""));
        Supplier<String> member = () -> {
            String code = "aa-" + UUID.randomUUID();
            String iga = TestMembers.government("242161");
            TestMembers.group(code, "NETWORK", TestMembers.government("212172"));
            as("secretariat")
                    .header("If-Match", "*")
                    .body("{\"memberClass\": \"REGULAR\", \"role\": \"MEMBER\"}")
                    .put("/v1/groups/" + code + "/members/" + iga)
                    .then()
                    .statusCode(204);
            return "/v1/groups/" + code + "/members/" + iga;
        };
        CALLERS.forEach(client -> mustHold("member", member, () -> as(client), client, inList("organization"), acts));
    }

    @Test
    void of_topics_for_opinions() {
        Map<String, Act> acts = Map.of("change", put("{\"title\": \"別の題\", \"opensOn\": \"2026-04-01\"}"));
        Supplier<String> topic = () -> {
            String path = HIDA + "/opinion-topics/aa-" + UUID.randomUUID();
            put("{\"title\": \"空き家\", \"opensOn\": \"2026-04-01\"}")
                    .of(as("hida"), path)
                    .then()
                    .statusCode(200);
            return path;
        };
        CALLERS.forEach(client -> mustHold("open", topic, () -> as(client), client, inList("code"), acts));
        String known = topic.get();
        assertThat(listed(
                        anonymously().get(HIDA + "/opinion-topics?limit=200"),
                        "code",
                        known.substring(known.lastIndexOf('/') + 1)))
                .isEmpty();
    }

    @Test
    void of_digests() {
        String path = KOSUGE + "/digest-subscription";
        Act end = delete("");
        Act change = put("{\"every\": \"WEEKLY\", \"emails\": [\"desk@kosuge.example\"]}");
        Map<String, Act> acts = Map.of("change", change, "end", end, "send", post("/sendings", "{}"));
        Supplier<String> subscribed = () -> {
            change.of(as("kosuge"), path).then().statusCode(200);
            return path;
        };
        for (String client : List.of("kosuge", "iga", "sample-partner", "secretariat")) {
            mustHold("subscribed", subscribed, () -> as(client), client, acts);
        }
        end.of(as("kosuge"), path).then().statusCode(204);
        mustHold("ended", () -> path, () -> as("kosuge"), "kosuge", Map.of("end", end, "send", acts.get("send")));
    }

    @Test
    void of_terms_of_consent() {
        Map<String, Act> acts = Map.of(
                "change",
                (caller, path) -> put("{\"fields\": [\"NAME\"], \"text\": \"%s\"}".formatted(UUID.randomUUID()))
                        .of(caller, path));
        Supplier<String> terms = () -> {
            String path = "/v1/recipients/194425/terms/RESEARCH";
            acts.get("change").of(as("kosuge"), path).then().statusCode(200);
            return path;
        };
        for (String client : List.of("kosuge", "iga", "sample-partner", "secretariat")) {
            mustHold("stated", terms, () -> as(client), client, acts);
            mustHold("stated", terms, () -> as(client), client, inList("purpose"), acts);
        }
        mustHold("stated", terms, TestApi::anonymously, "anybody", acts);
    }

    private static String officer(String from, String until) {
        return "/v1/officers/"
                + TestApi.post("hida", HIDA + "/officers", """
                        {"role": "GUIDE", "name": "見本 花子", "termFrom": "%s"%s}""".formatted(
                                        from, until == null ? "" : ", \"termUntil\": \"" + until + "\""))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static String addresses() {
        String lists = HIDA + "/contact-lists";
        return lists + "/"
                + TestApi.post("hida", lists, """
                        {"channel": "EMAIL", "purpose": "発送", "expiresAt": "%s", "segment": {"skill": "nobody"}}""".formatted(OffsetDateTime.now().plusDays(1)))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private String expired(String list) {
        try {
            database.execute("update contact_list set expires_at = now() where id = '%s'"
                    .formatted(list.substring(list.lastIndexOf('/') + 1)));
            return list;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String referral(String desk) {
        String path = desk + "/referrals";
        TestApi.post("hida", path, "{\"referredOn\": \"2026-11-03\", \"people\": 2}")
                .then()
                .statusCode(200);
        return path + "/" + as("hida").get(path).<String>path("items[0].id");
    }

    private static String takenBack(String desk) {
        String referral = referral(desk);
        send(as("hida"), referral + "/withdrawal", "{\"reason\": \"人数の誤り\"}")
                .then()
                .statusCode(200);
        return referral;
    }
}
