package jp.kakawari.registry.duplicatesearch;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.HIDA;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.KOSUGE;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.OPERATORS;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.decide;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.ofTown;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.undo;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.person.Pair;
import jp.kakawari.registry.person.Persons;
import jp.kakawari.registry.personal.BlindIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several records that count as one person, whatever is decided, undone, changed and removed meanwhile. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class OnePersonTest {

    @Inject
    DuplicateWorld world;

    @Inject
    BlindIndex index;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void a_third_record_joins_by_its_key_and_leaves_when_it_changes() throws Exception {
        world.list(HIDA, world.row("1", "渡邊 翔", world.phone(1)), world.row("2", "渡辺 翔", world.phone(2)));
        UUID one = world.member(HIDA, "1");
        UUID other = world.member(HIDA, "2");
        String candidate = ofTown(HIDA) + "/" + world.candidate(one, other);
        decide("hida", candidate, true).then().statusCode(200);

        world.list(KOSUGE, world.row("3", "渡邊 翔", world.phone(2)));
        UUID third = world.member(KOSUGE, "3");
        assertThat(world.ownKey(third)).isEqualTo(world.ownKey(other));
        assertThat(world.told(third)).isEqualTo(world.told(one)).isEqualTo(world.told(other));
        assertThat(world.count("duplicate_candidate where '%s' in (a, b) and '%s' in (a, b)".formatted(third, other)))
                .as("they counted as one already and no town knows both")
                .isZero();

        undo("hida", candidate).then().statusCode(200);
        assertThat(world.told(third)).isEqualTo(world.told(other)).isNotEqualTo(world.told(one));
        decide("hida", candidate, true).then().statusCode(200);
        assertThat(world.told(third)).isEqualTo(world.told(one));

        world.list(KOSUGE, world.row("3", "渡邊 翔", world.phone(7)));
        assertThat(world.told(third)).isEqualTo(world.ownKey(third)).isNotEqualTo(world.told(one));
    }

    @Test
    void who_is_removed_takes_keys_and_candidates_along_and_frees_whom_they_joined() throws Exception {
        List<UUID> people = world.strangers(3);
        UUID middle = people.get(1);
        for (UUID other : List.of(people.get(0), people.get(2))) {
            decide("operator", OPERATORS + "/" + world.candidate(middle, other), true)
                    .then()
                    .statusCode(200);
        }
        assertThat(world.keysTold(people)).hasSize(1);
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
        assertThat(world.keysTold(people)).hasSize(3);
        assertThat(world.told(middle)).isEqualTo(index.subjectKeyOf(middle));
    }

    @Test
    void of_many_decisions_at_once_none_overlooks_another() throws Exception {
        List<UUID> people = world.strangers(6);
        String first = OPERATORS + "/" + world.candidate(people.get(0), people.get(1));
        assertThat(TestApi.atOnce(
                        6,
                        () -> as("operator")
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
        assertThat(world.keysTold(people)).hasSize(1);
    }

    @Test
    void any_decisions_and_undos_leave_what_stands_of_them() throws Exception {
        List<UUID> people = world.strangers(5);
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
            Map<UUID, UUID> persons = Persons.of(own, standing, Set.of());
            assertThat(world.keysTold(people)).hasSize((int) people.stream()
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
}
