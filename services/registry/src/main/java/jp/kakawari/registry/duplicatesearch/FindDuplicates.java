package jp.kakawari.registry.duplicatesearch;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import jp.kakawari.registry.duplicate.Candidates;
import jp.kakawari.registry.likeness.Likeness;
import jp.kakawari.registry.person.CountPersons;
import jp.kakawari.registry.person.Pair;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;

/**
 * Compares whoever has new likeness keys with whoever shares one (名寄せの候補さがし), and keeps as candidates the pairs that are worth
 * a look. A key that more than fifty people share, such as a company's telephone or a placeholder, says nothing and is left
 * out, so that no key makes more than a few pairs. Pairs that count as one person already are proposed only to a town that
 * has both.
 */
@ApplicationScoped
class FindDuplicates {

    private static final int STEP = 250;
    private static final int MOST_HOLDERS = 50;

    private static final String PAIRS = """
            with mine as (select key, supporter from likeness_key where supporter = any(:ids)),
            telling as (
                select key from (select distinct key from mine) keys
                where (select count(*) from (select from likeness_key o where o.key = keys.key limit :most + 1) held) <= :most),
            pair as (
                select distinct least(m.supporter, o.supporter) as a, greatest(m.supporter, o.supporter) as b
                from mine m
                join telling using (key)
                join likeness_key o on o.key = m.key and o.supporter <> m.supporter)
            select p.a, p.b, x.subject_key = y.subject_key and not exists (
                select from tie t join tie u on u.municipality = t.municipality and u.supporter = p.b and u.ended_on is null
                where t.supporter = p.a and t.ended_on is null)
            from pair p
            join supporter x on x.id = p.a
            join supporter y on y.id = p.b
            where not exists (
                select from duplicate_candidate c where (c.a, c.b) = (p.a, p.b) and c.state <> 'OPEN')
            order by p.a, p.b
            """;

    private final EntityManager database;
    private final PersonalData personalData;
    private final CountPersons persons;
    private final Candidates candidates;

    FindDuplicates(EntityManager database, PersonalData personalData, CountPersons persons, Candidates candidates) {
        this.database = database;
        this.personalData = personalData;
        this.persons = persons;
        this.candidates = candidates;
    }

    /** Answers whether it came to the end; it stops between two steps when it may not go on. */
    boolean run(BooleanSupplier mayGoOn) {
        List<UUID> step = next();
        while (!step.isEmpty()) {
            if (!mayGoOn.getAsBoolean()) {
                return false;
            }
            List<UUID> ids = step;
            QuarkusTransaction.requiringNew().run(() -> joinOrLeave(ids));
            QuarkusTransaction.requiringNew().run(() -> compare(ids));
            step = next();
        }
        return true;
    }

    private List<UUID> next() {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select supporter from likeness where not compared order by supporter limit :limit")
                        .setParameter("limit", STEP)
                        .getResultList());
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Whose own key has changed may no longer share that of a person, or of who was decided to be another, or share one now. */
    private void joinOrLeave(List<UUID> ids) {
        List<?> concerned = database.createNativeQuery("""
                        select s.id from supporter s
                        where s.id = any(:ids)
                          and (s.person is not null
                               or exists (select from supporter o
                                          where o.subject_key = s.subject_key and o.person is not null)
                               or exists (select from duplicate_candidate c
                                          join supporter o on o.id in (c.a, c.b) and o.id <> s.id
                                          where s.id in (c.a, c.b) and c.state = 'DISTINCT'
                                            and o.subject_key = s.subject_key))
                        """)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        if (!concerned.isEmpty()) {
            persons.count(persons.hold(concerned.stream().map(UUID.class::cast).toList()));
        }
    }

    private void compare(List<UUID> ids) {
        List<Pair> pairs = pairs(ids);
        Map<UUID, Personal> opened = open(ids, pairs);
        List<Candidates.Found> found = new ArrayList<>();
        for (Pair pair : pairs) {
            if (opened.containsKey(pair.a()) && opened.containsKey(pair.b())) {
                Likeness likeness = Likeness.of(opened.get(pair.a()), opened.get(pair.b()));
                if (likeness.worthALook()) {
                    found.add(new Candidates.Found(pair, likeness));
                }
            }
        }
        candidates.keep(ids, found);
        database.createNativeQuery("update likeness set compared = true where supporter = any(:ids)")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    private List<Pair> pairs(List<UUID> ids) {
        List<?> rows = database.createNativeQuery(PAIRS)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("most", MOST_HOLDERS)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> !(Boolean) row[2])
                .map(row -> new Pair((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** Their keys are held, so that whoever is removed meanwhile takes along what is found here. */
    private Map<UUID, Personal> open(List<UUID> ids, List<Pair> pairs) {
        Set<UUID> concerned = new TreeSet<>(ids);
        pairs.forEach(pair -> concerned.addAll(List.of(pair.a(), pair.b())));
        List<?> rows = database.createNativeQuery("""
                        select s.id, s.personal from likeness l join supporter s on s.id = l.supporter
                        where l.supporter = any(:ids) and s.personal is not null
                        order by l.supporter for update of l
                        """)
                .setParameter("ids", concerned.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Personal> opened = new HashMap<>();
        for (Object row : rows) {
            UUID id = (UUID) ((Object[]) row)[0];
            try {
                opened.put(id, personalData.open(id, (byte[]) ((Object[]) row)[1]));
            } catch (IllegalStateException shut) {
                Log.errorf("duplicates: %s", shut.getMessage());
            }
        }
        return opened;
    }
}
