package jp.kakawari.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PersonsTest {

    private static final int RECORDS = 7;

    @Test
    void nobody_decided_means_nobody_is_counted_as_another() {
        assertThat(Persons.of(Map.of(record(1), "k", record(2), "k"), List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void whoever_shares_a_key_with_one_of_two_is_drawn_in() {
        var persons = Persons.of(
                Map.of(record(1), "k", record(2), "l", record(3), "m", record(4), "l"),
                List.of(new Pair(record(2), record(3))),
                List.of());
        assertThat(persons)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(record(2), record(2), record(3), record(2), record(4), record(2)));
    }

    @Test
    void a_decision_on_somebody_who_is_gone_joins_nobody() {
        assertThat(Persons.of(
                        Map.of(record(1), "k", record(3), "l"),
                        List.of(new Pair(record(1), record(2)), new Pair(record(2), record(3))),
                        List.of()))
                .isEmpty();
    }

    @Test
    void two_people_of_one_key_are_two_and_whoever_else_has_it_is_the_first() {
        var persons = Persons.of(
                Map.of(record(1), "k", record(2), "k", record(3), "k", record(4), "l"),
                List.of(),
                List.of(new Pair(record(1), record(2)), new Pair(record(1), record(4))));
        assertThat(persons).containsExactlyInAnyOrderEntriesOf(Map.of(record(2), record(2)));
    }

    @Test
    void of_two_people_each_may_be_one_with_somebody() {
        var persons = Persons.of(
                Map.of(record(1), "k", record(2), "k", record(3), "l", record(4), "m"),
                List.of(new Pair(record(1), record(3)), new Pair(record(2), record(4))),
                List.of(new Pair(record(1), record(2))));
        assertThat(persons)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(record(1), record(1), record(3), record(1), record(2), record(2), record(4), record(2)));
    }

    /** As long as nothing joins them: who shares a key counts as one, unless it was decided that they are two. */
    @Property
    void who_was_decided_to_be_two_never_counts_as_one(
            @ForAll @Size(max = 12) Set<@IntRange(max = RECORDS * RECORDS - 1) Integer> decisions,
            @ForAll @Size(RECORDS) List<@IntRange(max = 2) Integer> keys) {
        Map<UUID, String> ownKeys = new LinkedHashMap<>();
        for (int i = RECORDS - 1; i >= 0; i--) {
            ownKeys.put(record(i), "key " + keys.get(i));
        }
        Set<Pair> distinct = decisions.stream()
                .filter(decision -> decision / RECORDS < decision % RECORDS)
                .map(decision -> new Pair(record(decision / RECORDS), record(decision % RECORDS)))
                .collect(Collectors.toSet());

        Map<UUID, UUID> persons = Persons.of(ownKeys, List.of(), distinct);

        Function<UUID, Object> told = record -> persons.containsKey(record) ? persons.get(record) : ownKeys.get(record);
        assertThat(distinct).allMatch(pair -> !told.apply(pair.a()).equals(told.apply(pair.b())));
        Set<UUID> named = distinct.stream().map(Pair::b).collect(Collectors.toSet());
        assertThat(named).containsAll(persons.values());
        persons.forEach((record, person) -> assertThat(ownKeys).containsEntry(person, ownKeys.get(record)));
        assertThat(Persons.of(new HashMap<>(ownKeys), List.of(), distinct)).isEqualTo(persons);
    }

    /** Whatever was decided and undone on the way: only what stands counts, and each person has a name of its own. */
    @Property
    void the_persons_are_what_the_decisions_that_stand_make(
            @ForAll @Size(max = 40) List<@IntRange(max = RECORDS * RECORDS - 1) Integer> steps,
            @ForAll @Size(RECORDS) List<@IntRange(max = 4) Integer> keys) {
        Map<UUID, String> ownKeys = new LinkedHashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            ownKeys.put(record(i), "key " + keys.get(i));
        }
        Set<Pair> standing = new HashSet<>();
        for (int step : steps) {
            Pair pair = new Pair(
                    record(Math.min(step / RECORDS, step % RECORDS)), record(Math.max(step / RECORDS, step % RECORDS)));
            if (!pair.a().equals(pair.b()) && !standing.remove(pair)) {
                standing.add(pair);
            }
        }

        Map<UUID, UUID> persons = Persons.of(ownKeys, standing, Set.of());

        Map<UUID, Set<UUID>> expected = components(ownKeys, standing);
        Function<UUID, Object> told = record -> persons.containsKey(record) ? persons.get(record) : ownKeys.get(record);
        for (UUID one : ownKeys.keySet()) {
            for (UUID other : ownKeys.keySet()) {
                assertThat(told.apply(one).equals(told.apply(other)))
                        .isEqualTo(expected.get(one).contains(other));
            }
        }
        assertThat(ownKeys.keySet().stream().map(told).distinct()).hasSize(new HashSet<>(expected.values()).size());
        assertThat(persons.keySet())
                .allMatch(record ->
                        standing.stream().anyMatch(pair -> expected.get(record).contains(pair.a())));
        assertThat(Persons.of(ownKeys, Set.of(), Set.of())).isEmpty();
    }

    /** By the slowest way there is: sets that grow together until nothing changes. */
    private static Map<UUID, Set<UUID>> components(Map<UUID, String> ownKeys, Collection<Pair> decided) {
        List<Pair> links = new ArrayList<>(decided);
        Map<String, List<UUID>> byKey = ownKeys.keySet().stream().collect(Collectors.groupingBy(ownKeys::get));
        byKey.values().forEach(same -> same.forEach(record -> links.add(new Pair(same.getFirst(), record))));
        Map<UUID, Set<UUID>> components = new HashMap<>();
        ownKeys.keySet().forEach(record -> components.put(record, Set.of(record)));
        for (int round = 0; round < ownKeys.size(); round++) {
            for (Pair link : links) {
                Set<UUID> both = new HashSet<>(components.get(link.a()));
                both.addAll(components.get(link.b()));
                both.forEach(record -> components.put(record, both));
            }
        }
        return components;
    }

    private static UUID record(int number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
