package jp.kakawari.registry.duplicate;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.duplicate.DuplicateWorld.HIDA;
import static jp.kakawari.registry.duplicate.DuplicateWorld.KOSUGE;
import static jp.kakawari.registry.duplicate.DuplicateWorld.OPERATORS;
import static jp.kakawari.registry.duplicate.DuplicateWorld.decide;
import static jp.kakawari.registry.duplicate.DuplicateWorld.ofTown;
import static jp.kakawari.registry.duplicate.DuplicateWorld.page;
import static jp.kakawari.registry.duplicate.DuplicateWorld.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.personal.BlindIndex;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that may be one person, as clerks, the operator and the services that count see them. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class DuplicatesTest {

    @Inject
    DuplicateWorld world;

    @Inject
    BlindIndex index;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    /** Whoever came by another test is of another name and birth date, so that nobody is taken for them. */
    private static int tests;

    private String birthDate;

    @BeforeEach
    void another_day() {
        birthDate = "19%02d-03-04".formatted(40 + ++tests);
    }

    private String row(String number, String name, String phone) {
        return "%s-%d,%s,ワタナベ ショウ,%s,岐阜県飛騨市見本%s,%s,".formatted(number, tests, name, birthDate, number, phone);
    }

    private static String phone(int number) {
        return "090-%04d-%04d".formatted(1000 + tests, number);
    }

    private UUID member(String municipality, String number) {
        return world.member(municipality, number + "-" + tests);
    }

    @Test
    void a_town_sees_its_own_pairs_decides_and_takes_it_back() throws Exception {
        world.list(HIDA, row("1", "渡邊 翔", phone(1)), row("2", "渡辺 翔", ""));
        UUID one = member(HIDA, "1");
        UUID other = member(HIDA, "2");
        String ownKey = world.told(one);
        long reads = world.count("personal_read where supporter = '" + one + "'");
        String candidate = ofTown(HIDA) + "/" + world.candidate(one, other);

        as("hida")
                .queryParam("count", true)
                .get(ofTown(HIDA))
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + world.candidate(one, other) + "' }.confidence", notNullValue());
        as("hida")
                .get(candidate)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("OPEN"))
                .body("records.memberNumber", contains("1-" + tests, "2-" + tests))
                .body("records.familyName", contains("渡邊", "渡辺"))
                .body("reasons.code", hasItems("SAME_KANA_NAME", "NAME_VARIANT", "SAME_BIRTH_DATE", "MOVED_HOUSE"))
                .body("reasons.find { it.code == 'NAME_VARIANT' }.ja", equalTo("「渡邊翔」と「渡辺翔」は異体字です"))
                .body("allowedActions", contains("decide"));
        assertThat(page("hida", candidate).getDouble("confidence")).isGreaterThanOrEqualTo(0.9);
        assertThat(world.count("personal_read where purpose = 'MUNICIPALITY_DUPLICATES' and supporter = '" + one + "'"))
                .isEqualTo(3);
        assertThat(world.count("personal_read where supporter = '" + other + "'"))
                .isEqualTo(3 + reads);

        String body = "{\"samePerson\": true}";
        String key = UUID.randomUUID().toString();
        as("hida")
                .header("Idempotency-Key", key)
                .body(body)
                .post(candidate + "/decision")
                .then()
                .statusCode(428);
        as("hida")
                .header("Idempotency-Key", key)
                .header("If-Match", "\"7\"")
                .body(body)
                .post(candidate + "/decision")
                .then()
                .statusCode(412);
        for (int time = 0; time < 2; time++) {
            as("hida")
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .body(body)
                    .post(candidate + "/decision")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("state", equalTo("MERGED"))
                    .body("decidedAt", notNullValue())
                    .body("allowedActions", contains("undo"));
        }
        decide("hida", candidate, false)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-decided"))
                .body("allowedActions", contains("undo"));

        assertThat(world.told(one)).isEqualTo(world.told(other)).isNotEqualTo(ownKey);
        assertToldOnKafka(one, 2);
        assertToldOnKafka(other, 2);

        undo("hida", candidate)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("OPEN"))
                .body("decidedAt", nullValue());
        undo("hida", candidate).then().statusCode(409).body("code", equalTo("not-decided"));
        assertThat(world.told(one)).isEqualTo(ownKey).isNotEqualTo(world.told(other));
        assertToldOnKafka(one, 3);
        assertToldOnKafka(other, 3);
    }

    @Test
    void two_people_are_not_proposed_again_whatever_changes() throws Exception {
        world.list(HIDA, row("1", "渡邊 翔", phone(1)), row("2", "渡辺 翔", ""));
        UUID one = member(HIDA, "1");
        UUID other = member(HIDA, "2");
        String told = world.told(one);
        String candidate = ofTown(HIDA) + "/" + world.candidate(one, other);
        decide("hida", candidate, false).then().statusCode(200).body("state", equalTo("DISTINCT"));
        world.list(HIDA, row("1", "渡邊 翔", phone(2)), row("2", "渡邊 翔", phone(2)));
        as("hida").get(candidate).then().body("state", equalTo("DISTINCT"));
        assertThat(page("hida", ofTown(HIDA) + "?state=DISTINCT").getList("items"))
                .isNotEmpty();
        assertThat(world.revision(one)).as("nobody counts otherwise").isEqualTo(2);
        assertThat(told).isNotEqualTo(world.told(one));
    }

    @Test
    void a_candidate_goes_once_the_data_no_longer_look_alike() throws Exception {
        world.list(HIDA, row("1", "渡邊 翔", ""), row("2", "渡辺 翔", ""));
        UUID one = member(HIDA, "1");
        UUID other = member(HIDA, "2");
        assertThat(world.candidate(one, other)).isNotNull();
        world.list(HIDA, row("2", "渡辺 翔", "").replace(birthDate, "1999-12-31"));
        assertThat(world.count("duplicate_candidate where '" + one + "' in (a, b)"))
                .isZero();
        assertThat(world.count("likeness_key where supporter = '" + other + "'"))
                .isEqualTo(2);
    }

    @Test
    void across_towns_the_operator_decides_and_no_town_learns_of_the_other() throws Exception {
        world.list(HIDA, row("1", "渡邊 翔", phone(1)));
        world.list(KOSUGE, row("2", "渡辺 翔", phone(3)));
        UUID hidas = member(HIDA, "1");
        UUID kosuges = member(KOSUGE, "2");
        String id = world.candidate(hidas, kosuges).toString();
        String candidate = OPERATORS + "/" + id;
        for (String town : new String[] {HIDA, KOSUGE}) {
            as(DuplicateWorld.client(town)).get(ofTown(town) + "/" + id).then().statusCode(404);
            assertThat(page(DuplicateWorld.client(town), ofTown(town)).getList("items.id"))
                    .doesNotContain(id);
        }
        String shown =
                as("operator").get(OPERATORS).then().statusCode(200).extract().asString();
        assertThat(shown)
                .contains(id, "NAME_VARIANT", "氏名の漢字が異体字です")
                .doesNotContain("渡", "ワタナベ", "翔", HIDA, KOSUGE, hidas.toString(), kosuges.toString(), birthDate);
        assertThat(as("operator").get(candidate).asString()).doesNotContain("渡", hidas.toString());

        Map<String, String> before = views(hidas, kosuges);
        decide("operator", candidate, true).then().statusCode(200).body("state", equalTo("MERGED"));
        assertThat(views(hidas, kosuges)).isEqualTo(before);
        assertThat(world.told(hidas)).isEqualTo(world.told(kosuges));
        for (String town : new String[] {HIDA, KOSUGE}) {
            for (String state : new String[] {"OPEN", "MERGED", "DISTINCT"}) {
                assertThat(page(DuplicateWorld.client(town), ofTown(town) + "?state=" + state)
                                .getList("items.id"))
                        .doesNotContain(id);
            }
        }

        world.list(KOSUGE, row("2", "渡辺 翔", phone(4)));
        assertThat(world.told(hidas)).isEqualTo(world.told(kosuges));
        assertToldOnKafka(kosuges, 3);

        before = views(hidas, kosuges);
        undo("operator", candidate).then().statusCode(200);
        assertThat(views(hidas, kosuges)).isEqualTo(before);
        for (UUID record : List.of(hidas, kosuges)) {
            assertThat(world.told(record)).isEqualTo(world.ownKey(record)).startsWith(index.subjectKeyPrefix());
        }
        assertThat(world.told(hidas)).isNotEqualTo(world.told(kosuges));
    }

    /** Everything that each town can read of its own, without revisions. */
    private static Map<String, String> views(UUID hidas, UUID kosuges) {
        Map<String, String> views = new HashMap<>();
        Map.of(HIDA, hidas, KOSUGE, kosuges).forEach((town, supporter) -> {
            String own = "/v1/municipalities/" + town;
            String client = DuplicateWorld.client(town);
            for (String path : new String[] {
                "/supporters?limit=200&count=true",
                "/supporters/" + supporter,
                "/supporter-feed?limit=500",
                "/supporter-counts?by=channel",
                "/duplicate-candidates?count=true"
            }) {
                views.put(
                        town + path,
                        as(client).get(own + path).asString().replaceAll("\"revision\":[0-9]+", "\"revision\":…"));
            }
            views.put(
                    town + "record",
                    as(client)
                            .get("/v1/supporters/" + supporter)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString()
                            .replaceAll("\"revision\":[0-9]+", "\"revision\":…"));
            views.put(
                    town + "export",
                    as(client).accept("text/csv").get(own + "/supporter-export").asString());
        });
        return views;
    }

    @Test
    void what_others_decided_on_a_town_s_pair_does_not_show_there() throws Exception {
        String both = """
                {"profile": {"familyName": "渡邊", "givenName": "翔", "familyNameKana": "ワタナベ", "givenNameKana": "ショウ",
                   "birthDate": "%s", "phone": "%s"},
                 "ties": [{"municipality": "212172"}, {"municipality": "194425"}]}""";
        UUID one = register("sample-partner", both.formatted(birthDate, phone(1)));
        UUID other = register("sample-partner", both.formatted(birthDate, phone(2)));
        world.follow();
        String id = "/" + world.candidate(one, other);
        as("operator").get(OPERATORS + id).then().statusCode(404);
        decide("kosuge", ofTown(KOSUGE) + id, true).then().statusCode(200);
        as("hida").get(ofTown(HIDA) + id).then().statusCode(404);
        as("hida")
                .header("If-Match", "*")
                .delete(ofTown(HIDA) + id + "/decision")
                .then()
                .statusCode(404);

        patching("sample-partner")
                .header("If-Match", "\"2\"")
                .body("{\"profile\": {\"phone\": \"" + phone(9) + "\"}}")
                .patch("/v1/supporters/" + one)
                .then()
                .statusCode(204);
        assertToldOnKafka(one, 3);
        assertThat(world.told(one)).isEqualTo(world.told(other));
        undo("kosuge", ofTown(KOSUGE) + id).then().statusCode(200);
        as("hida").get(ofTown(HIDA) + id).then().statusCode(200);
    }

    @Test
    void a_third_record_joins_by_its_key_and_leaves_when_it_changes() throws Exception {
        world.list(HIDA, row("1", "渡邊 翔", phone(1)), row("2", "渡辺 翔", phone(2)));
        UUID one = member(HIDA, "1");
        UUID other = member(HIDA, "2");
        String candidate = ofTown(HIDA) + "/" + world.candidate(one, other);
        decide("hida", candidate, true).then().statusCode(200);

        world.list(KOSUGE, row("3", "渡邊 翔", phone(2)));
        UUID third = member(KOSUGE, "3");
        assertThat(world.ownKey(third)).isEqualTo(world.ownKey(other));
        assertThat(world.told(third)).isEqualTo(world.told(one)).isEqualTo(world.told(other));
        assertThat(world.count("duplicate_candidate where '%s' in (a, b) and '%s' in (a, b)".formatted(third, other)))
                .as("they counted as one already and no town knows both")
                .isZero();

        undo("hida", candidate).then().statusCode(200);
        assertThat(world.told(third)).isEqualTo(world.told(other)).isNotEqualTo(world.told(one));
        decide("hida", candidate, true).then().statusCode(200);
        assertThat(world.told(third)).isEqualTo(world.told(one));

        world.list(KOSUGE, row("3", "渡邊 翔", phone(7)));
        assertThat(world.told(third)).isEqualTo(world.ownKey(third)).isNotEqualTo(world.told(one));
    }

    @Test
    void who_is_removed_takes_keys_and_candidates_along_and_frees_whom_they_joined() throws Exception {
        List<UUID> people = strangers(3);
        UUID middle = people.get(1);
        for (UUID other : List.of(people.get(0), people.get(2))) {
            decide("operator", OPERATORS + "/" + world.candidate(middle, other), true)
                    .then()
                    .statusCode(200);
        }
        assertThat(keysTold(people)).hasSize(1);
        as("sample-partner")
                .header("If-Match", "\"" + world.revision(middle) + "\"")
                .delete("/v1/supporters/" + middle)
                .then()
                .statusCode(204);
        for (String table : new String[] {"likeness", "likeness_key"}) {
            assertThat(world.count(table + " where supporter = '" + middle + "'"))
                    .isZero();
        }
        assertThat(world.count("duplicate_candidate where '" + middle + "' in (a, b)"))
                .isZero();
        world.follow();
        assertThat(keysTold(people)).hasSize(3);
        assertThat(world.told(middle)).isEqualTo(index.subjectKeyOf(middle));
    }

    @Test
    void of_many_decisions_at_once_none_overlooks_another() throws Exception {
        List<UUID> people = strangers(6);
        String first = OPERATORS + "/" + world.candidate(people.get(0), people.get(1));
        assertThat(TestApi.atOnce(6, () -> as("operator")
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{\"samePerson\": true}")
                        .post(first + "/decision")))
                .containsExactly(200, 412, 412, 412, 412, 412);
        var links = new ConcurrentLinkedQueue<String>();
        for (int i = 1; i < people.size() - 1; i++) {
            links.add(OPERATORS + "/" + world.candidate(people.get(i), people.get(i + 1)));
        }
        assertThat(TestApi.atOnce(links.size(), () -> decide("operator", links.poll(), true)))
                .containsOnly(200);
        assertThat(keysTold(people)).hasSize(1);
    }

    @Test
    void any_decisions_and_undos_leave_what_stands_of_them() throws Exception {
        List<UUID> people = strangers(5);
        Map<UUID, String> before = new HashMap<>();
        people.forEach(person -> before.put(person, world.told(person)));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                pairs.add(new Pair(people.get(i), people.get(j)));
            }
        }
        Set<Pair> standing = new HashSet<>();
        Random random = new Random(20);
        for (int step = 0; step < 30; step++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            String candidate = OPERATORS + "/" + world.candidate(pair.a(), pair.b());
            if (standing.remove(pair)) {
                undo("operator", candidate).then().statusCode(200);
            } else {
                standing.add(pair);
                decide("operator", candidate, true).then().statusCode(200);
            }
            Map<UUID, String> own = new HashMap<>();
            people.forEach(person -> own.put(person, world.ownKey(person)));
            Map<UUID, UUID> persons = Persons.of(own, standing);
            assertThat(keysTold(people)).hasSize((int) people.stream()
                    .map(person -> persons.getOrDefault(person, person))
                    .distinct()
                    .count());
            people.forEach(person -> assertThat(world.told(person))
                    .isEqualTo(persons.containsKey(person) ? index.personKey(persons.get(person)) : own.get(person)));
        }
        for (Pair pair : Set.copyOf(standing)) {
            undo("operator", OPERATORS + "/" + world.candidate(pair.a(), pair.b()))
                    .then()
                    .statusCode(200);
        }
        people.forEach(person -> assertThat(world.told(person)).isEqualTo(before.get(person)));
    }

    @Test
    void a_key_that_very_many_share_says_nothing() throws Exception {
        String[] rows = new String[60];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "M%d-%d,試験 太郎,シケン タロウ,%s,岐阜県飛騨市見本%d,090-5555-5555,".formatted(i, tests, birthDate, i);
        }
        world.list(HIDA, rows);
        assertThat(world.count(
                        "duplicate_candidate c join tie t on t.supporter in (c.a, c.b) where t.source_id like 'M%-"
                                + tests + "'"))
                .isZero();
    }

    @Test
    void lists_go_first() throws Exception {
        UUID job = UUID.randomUUID();
        world.run(
                "insert into sync_job (id, municipality, dry_run, state, kind) values ('%s', '%s', false, 'STAGED', 'supporter')"
                        .formatted(job, "152056"));
        UUID somebody = register("sample-partner", """
                {"profile": {"nickname": "誰か", "phone": "0967-42-1111", "birthDate": "%s"}}""".formatted(birthDate));
        world.follow();
        assertThat(world.count("likeness where supporter = '" + somebody + "'")).isZero();
        world.run("delete from sync_job where id = '" + job + "'");
        world.follow();
        assertThat(world.count("likeness where supporter = '" + somebody + "' and compared"))
                .isEqualTo(1);
        assertThat(world.count("likeness_key where supporter = '" + somebody + "'"))
                .isEqualTo(1);
    }

    @Test
    void pages_go_on_where_they_ended_and_nothing_of_a_person_stands_in_a_table_or_an_event() throws Exception {
        List<UUID> people = strangers(5);
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = page("operator", OPERATORS + "?limit=3&count=true" + next);
            seen.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (next != null);
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
        assertThat((long) page("operator", OPERATORS + "?count=true").getInt("count"))
                .isEqualTo(seen.size());
        as("operator").get(OPERATORS + "?cursor=abc").then().statusCode(400);
        as("operator").get(OPERATORS + "?state=MAYBE").then().statusCode(400);
        as("hida").get(OPERATORS).then().statusCode(403);
        as("operator").get(ofTown(HIDA)).then().statusCode(403);
        decide("operator", OPERATORS + "/" + world.candidate(people.get(0), people.get(1)), true)
                .then()
                .statusCode(200);
        List<String> told = new ArrayList<>();
        for (String table : new String[] {"likeness", "likeness_key", "duplicate_candidate"}) {
            world.query("select cast(t as text) from " + table + " t").forEach(row -> told.add((String) row));
        }
        Parts.shared()
                .topics()
                .all(prefix + Topic.REGISTRY_SUPPORTER.value())
                .forEach(record -> told.add(String.valueOf(record.value())));
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("渡", "ワタナベ", "090-", "e6b8a1", birthDate));
    }

    /** People whom no town knows, all of one name and birth date. */
    private List<UUID> strangers(int count) throws Exception {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(register("sample-partner", """
                    {"profile": {"familyName": "渡邊", "givenName": "翔", "familyNameKana": "ワタナベ", "givenNameKana": "ショウ",
                       "birthDate": "%s", "phone": "%s"}}""".formatted(birthDate, phone(i))));
        }
        world.follow();
        return people;
    }

    private Set<String> keysTold(List<UUID> people) {
        Set<String> keys = new HashSet<>();
        people.forEach(person -> keys.add(world.told(person)));
        return keys;
    }

    /** Other services learn it with the next revision, and learn what the database says. */
    private void assertToldOnKafka(UUID supporter, long revision) {
        assertThat(world.revision(supporter)).isEqualTo(revision);
        var event = Parts.shared()
                .topics()
                .await(
                        prefix + Topic.REGISTRY_SUPPORTER.value(),
                        record -> record.key().equals(supporter.toString())
                                && record.value() != null
                                && new JsonPath(record.value()).getLong("revision") == revision);
        assertThat(new JsonPath(event.value()).getString("subjectKey")).isEqualTo(world.told(supporter));
    }
}
