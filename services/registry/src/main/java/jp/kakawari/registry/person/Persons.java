package jp.kakawari.registry.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is one person: records that decisions join, and those that share their own key with one of these, but for who was
 * decided to be somebody else (別人). A person is named after its lowest record that a decision names, so that the same
 * decisions always give the same persons, in whatever order they were taken and others undone.
 */
public final class Persons {

    private static final Comparator<UUID> AS_THE_DATABASE = Comparator.comparing(UUID::toString);

    private final Map<UUID, UUID> next = new HashMap<>();

    private Persons() {}

    /**
     * The persons among these records.
     *
     * @param ownKeys of each record; those that aren't named here are nobody
     * @param decided pairs that were decided to be one person
     * @param distinct pairs that were decided to be two people; of these who share a key the first ones keep it
     * @return after whom each record is named; records by themselves aren't in it
     */
    public static Map<UUID, UUID> of(Map<UUID, String> ownKeys, Collection<Pair> decided, Collection<Pair> distinct) {
        Persons persons = new Persons();
        Set<UUID> named = persons.joinByKey(ownKeys, Set.copyOf(distinct));
        for (Pair pair : decided) {
            if (ownKeys.containsKey(pair.a()) && ownKeys.containsKey(pair.b())) {
                persons.join(pair.a(), pair.b());
                named.add(pair.a());
                named.add(pair.b());
            }
        }
        Map<UUID, UUID> names = new HashMap<>();
        named.forEach(record -> names.merge(persons.end(record), record, Persons::lower));
        return ownKeys.keySet().stream()
                .filter(record -> names.containsKey(persons.end(record)))
                .collect(Collectors.toMap(record -> record, record -> names.get(persons.end(record))));
    }

    /** Answers whom a person has to be named after because the key isn't theirs alone. */
    private Set<UUID> joinByKey(Map<UUID, String> ownKeys, Set<Pair> distinct) {
        Map<String, List<List<UUID>>> people = new HashMap<>();
        Set<UUID> apart = new HashSet<>();
        ownKeys.keySet().stream().sorted(AS_THE_DATABASE).forEach(record -> {
            List<List<UUID>> ofKey = people.computeIfAbsent(ownKeys.get(record), key -> new ArrayList<>());
            for (List<UUID> person : ofKey) {
                if (person.stream().noneMatch(other -> distinct.contains(new Pair(other, record)))) {
                    join(record, person.getFirst());
                    person.add(record);
                    return;
                }
            }
            if (!ofKey.isEmpty()) {
                apart.add(record);
            }
            ofKey.add(new ArrayList<>(List.of(record)));
        });
        return apart;
    }

    private void join(UUID one, UUID other) {
        next.put(end(one), end(other));
    }

    private UUID end(UUID record) {
        UUID end = record;
        for (UUID further = next.get(end); further != null && !further.equals(end); further = next.get(end)) {
            end = further;
        }
        return end;
    }

    private static UUID lower(UUID one, UUID other) {
        return AS_THE_DATABASE.compare(one, other) <= 0 ? one : other;
    }
}
