package jp.kakawari.matching.recommendation;

import static jp.kakawari.matching.TestHelp.need;
import static jp.kakawari.matching.TestHelp.skilled;
import static jp.kakawari.matching.TestHelp.tie;
import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.GIFU;
import static jp.kakawari.matching.TestWorld.HIDA;
import static jp.kakawari.matching.TestWorld.IGA;
import static jp.kakawari.matching.TestWorld.INTERMEDIARY;
import static jp.kakawari.matching.TestWorld.KASHIWAZAKI;
import static jp.kakawari.matching.TestWorld.SECRETARIAT;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.asHanako;
import static jp.kakawari.matching.TestWorld.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.contracts.registry.ConsentChanged;
import jp.kakawari.contracts.registry.ConsentChanged.Purpose;
import jp.kakawari.contracts.registry.ConsentChanged.State;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.SupporterChanged.Tie;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is found for a need, and who may ask. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class NeedSupportersTest {
    private static final String IGA_CODE = "242161";
    private static final String KASHIWAZAKI_CODE = "152056";
    private static final UUID IGA_ID = UUID.fromString("00000000-0000-7000-8000-000000242161");
    private static final UUID INTERMEDIARY_ID = UUID.fromString("00000000-0000-7000-8000-00000000a001");

    @Inject
    TestWorld world;

    @Test
    void a_town_gets_those_who_can_help_with_reasons_that_add_up() {
        UUID carpenter = told(List.of("木工", "草刈り"), tie(IGA_CODE, true));
        UUID both = told(List.of("木工", "電気工事"), tie(IGA_CODE, true));
        told(List.of("翻訳"), tie(IGA_CODE, true));
        JsonPath answer = ask(IGA, posted("木工", "電気工事"))
                .statusCode(200)
                .body("items.supporter", contains(both.toString(), carpenter.toString()))
                .extract()
                .body()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
        List<Map<String, Object>> items = answer.getList("items");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.keySet()).containsExactlyInAnyOrder("supporter", "score", "reasons");
            BigDecimal sum = ((List<?>) item.get("reasons"))
                    .stream()
                            .map(reason -> (BigDecimal) ((Map<?, ?>) reason).get("contribution"))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo((BigDecimal) item.get("score"));
        });
        assertThat(answer.getString("items[0].reasons[0].sentence.ja")).contains("木工", "電気工事");
    }

    @Test
    void withdrawn_consent_an_ended_tie_and_a_removal_count_at_once() {
        UUID refusing = told(List.of("養蜂"), tie(IGA_CODE, true));
        UUID leaving = told(List.of("養蜂"), tie(IGA_CODE, true), tie("212172", true));
        UUID gone = told(List.of("養蜂"), tie(IGA_CODE, true));
        UUID staying = told(List.of("養蜂"), tie(IGA_CODE, true), tie("212172", false));
        UUID need = posted("養蜂");
        ask(IGA, need)
                .body(
                        "items.supporter",
                        containsInAnyOrder(
                                refusing.toString(), leaving.toString(), gone.toString(), staying.toString()));
        world.tell(
                skilled(refusing, 2, List.of("養蜂"), tie(IGA_CODE, false)),
                skilled(leaving, 2, List.of("養蜂"), tie("212172", true)),
                removed(gone, 2));
        world.tell(skilled(gone, 1, List.of("養蜂"), tie(IGA_CODE, true)));
        ask(IGA, need).body("items.supporter", contains(staying.toString()));
    }

    @Test
    void who_withdraws_the_consent_to_matching_is_recommended_no_more_until_they_give_it_again() {
        UUID willing = told(List.of("炭焼き"), tie(IGA_CODE, true));
        UUID refusing = told(List.of("炭焼き"), tie(IGA_CODE, true));
        UUID need = posted("炭焼き");
        world.tell(
                consent(refusing, IGA_CODE, 2, State.WITHDRAWN),
                consent(refusing, KASHIWAZAKI_CODE, 1, State.GIVEN),
                consent(willing, KASHIWAZAKI_CODE, 1, State.REFUSED));
        ask(IGA, need).body("items.supporter", contains(willing.toString()));
        world.tell(consent(refusing, IGA_CODE, 1, State.GIVEN));
        ask(IGA, need).body("items.supporter", contains(willing.toString()));
        world.tell(consent(refusing, IGA_CODE, 3, State.GIVEN));
        ask(IGA, need).body("items.supporter", containsInAnyOrder(willing.toString(), refusing.toString()));
    }

    private static ConsentChanged consent(UUID supporter, String recipient, long revision, State state) {
        return new ConsentChanged(supporter, Purpose.MATCHING, recipient, revision, state, 1);
    }

    /** Against a model, over random histories: nobody without a tie there and consent to it, and everybody else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobody_without_a_tie_and_consent_ever_appears(long seed) {
        Random random = new Random(seed);
        Map<UUID, SupporterChanged> newest = new TreeMap<>();
        List<UUID> people =
                random.ints(25).mapToObj(number -> UUID.randomUUID()).toList();
        for (int revision = 1; revision <= 3; revision++) {
            for (UUID person : people) {
                newest.put(person, random.nextInt(8) == 0 ? removed(person, revision) : tied(person, revision, random));
            }
            world.tell(newest.values().toArray(Event[]::new));
        }
        UUID need = UUID.randomUUID();
        world.tell(need(need, KASHIWAZAKI_CODE, INTERMEDIARY_ID));
        Set<String> found = Set.copyOf(as(KASHIWAZAKI)
                .queryParam("limit", 50)
                .get("/v1/needs/{id}/supporters", need)
                .path("items.supporter"));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(newest.values().stream()
                        .filter(one -> one.ties().stream()
                                .anyMatch(tie ->
                                        tie.mailConsent() && tie.municipality().equals(KASHIWAZAKI_CODE)))
                        .map(one -> one.id().toString())
                        .toList());
        world.tell(people.stream().map(person -> removed(person, 4)).toArray(Event[]::new));
    }

    @Test
    void others_do_not_know_the_need_and_some_may_not_ask_at_all() {
        UUID need = posted("測量");
        told(List.of("測量"), tie(IGA_CODE, true));
        ask(HIDA, need).statusCode(404).body("code", equalTo("need-not-found"));
        ask(INTERMEDIARY, need).statusCode(404);
        ask(IGA, UUID.randomUUID()).statusCode(404).body("code", equalTo("need-not-found"));
        for (String client : List.of(GIFU, APP, SECRETARIAT)) {
            ask(client, need).statusCode(403);
        }
        asHanako().get("/v1/needs/{id}/supporters", need).then().statusCode(403);
    }

    @Test
    void the_organisation_that_posted_it_gets_only_those_whom_it_registered() {
        UUID need = UUID.randomUUID();
        world.tell(need(need, IGA_CODE, INTERMEDIARY_ID, "漆塗り"));
        UUID towns = told(List.of("漆塗り"), tie(IGA_CODE, true));
        ask(INTERMEDIARY, need).statusCode(200).body("items", empty());
        UUID own = UUID.randomUUID();
        world.tell(registered(own, INTERMEDIARY_ID, tie(IGA_CODE, true)));
        world.tell(registered(UUID.randomUUID(), INTERMEDIARY_ID, tie(IGA_CODE, false)));
        ask(INTERMEDIARY, need).body("items.supporter", contains(own.toString()));
        ask(IGA, need).body("items.supporter", containsInAnyOrder(own.toString(), towns.toString()));
    }

    @Test
    void a_withdrawn_need_is_gone_and_an_older_state_does_not_bring_it_back() {
        UUID need = posted("測量");
        ask(IGA, need).statusCode(200);
        world.tell(NeedChanged.removed(need, 2));
        ask(IGA, need).statusCode(404);
        world.tell(need(need, IGA_CODE, IGA_ID, "測量"));
        ask(IGA, need).statusCode(404);
    }

    @Test
    void as_many_as_asked_for_come_and_each_answer_is_metered() {
        for (int i = 0; i < 4; i++) {
            told(List.of("ドローン操縦"), tie(IGA_CODE, true));
        }
        UUID need = posted("ドローン操縦");
        int before = metered();
        List<String> three = some(need, 3);
        assertThat(some(need, 4)).startsWith(three.toArray(String[]::new)).hasSize(4);
        assertThat(metered()).isEqualTo(before + 2);
        for (int limit : List.of(0, 51)) {
            as(IGA).queryParam("limit", limit)
                    .get("/v1/needs/{id}/supporters", need)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", contains("limit"));
        }
    }

    private static int metered() {
        Integer counted = as(IGA).get("/v1/usage").path("items[0].recommendations");
        return counted == null ? 0 : counted;
    }

    private static List<String> some(UUID need, int limit) {
        return as(IGA).queryParam("limit", limit)
                .get("/v1/needs/{id}/supporters", need)
                .path("items.supporter");
    }

    private static ValidatableResponse ask(String client, UUID need) {
        return as(client).get("/v1/needs/{id}/supporters", need).then();
    }

    /** A need of 伊賀市 that it posted itself. */
    private UUID posted(String... skills) {
        UUID need = UUID.randomUUID();
        world.tell(need(need, IGA_CODE, IGA_ID, skills));
        return need;
    }

    private UUID told(List<String> skills, Tie... ties) {
        UUID supporter = UUID.randomUUID();
        world.tell(skilled(supporter, 1, skills, ties));
        return supporter;
    }

    private static SupporterChanged tied(UUID id, int revision, Random random) {
        Tie[] ties = random.ints(random.nextInt(4), 0, 3)
                .distinct()
                .mapToObj(place ->
                        tie(List.of(KASHIWAZAKI_CODE, "212172", "194425").get(place), random.nextBoolean()))
                .toArray(Tie[]::new);
        return skilled(id, revision, List.of(), ties);
    }

    private static SupporterChanged registered(UUID id, UUID by, Tie tie) {
        SupporterChanged one = skilled(id, 1, List.of("漆塗り"), tie);
        return new SupporterChanged(
                one.id(),
                one.revision(),
                one.state(),
                one.kind(),
                one.subjectKey(),
                one.prefecture(),
                one.country(),
                one.ageBand(),
                one.interests(),
                one.skills(),
                one.mode(),
                by,
                one.channel(),
                one.guardianMissing(),
                one.ties());
    }
}
