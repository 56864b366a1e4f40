package jp.kakawari.registry.person;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.rotation.Unseen;
import jp.kakawari.registry.supporter.Ties;

/**
 * Lets records count as the persons that decisions make of them (同一人として数える), and tells whoever counts otherwise than before.
 * It is computed anew from the decisions that stand, so that an undone one leaves nothing behind. A municipality learns
 * nothing by it but that the revision rises, as it does for what other towns do with the same record.
 */
@ApplicationScoped
public class CountPersons {

    private static final String ONE_AT_A_TIME = "kakawari persons";

    /** Who may be drawn in by these: through a person as it is, a decision, or the same own key. */
    private static final String NEIGHBOURS = """
            select o.id from supporter s join supporter o on o.person = s.person where s.id = any(:ids)
            union
            select c.b from duplicate_candidate c where c.a = any(:ids) and c.state = 'MERGED'
            union
            select c.a from duplicate_candidate c where c.b = any(:ids) and c.state = 'MERGED'
            union
            select o.id from supporter s join supporter o on o.subject_key = s.subject_key and o.person is not null
            where s.id = any(:ids)
            union
            select o.id
            from supporter s
            join likeness_key k on k.supporter = s.id
            join likeness_key l on l.key = k.key
            join supporter o on o.id = l.supporter and o.subject_key = s.subject_key
            where s.id = any(:ids)
            """;

    /** A record as it is counted now. */
    private record Member(UUID id, boolean active, String ownKey, UUID person) {}

    private final EntityManager database;
    private final BlindIndex index;
    private final Ties ties;

    CountPersons(EntityManager database, BlindIndex index, Ties ties) {
        this.database = database;
        this.index = index;
        this.ties = ties;
    }

    /**
     * Holds whoever a decision on these may concern, in the order of their ids, until the transaction ends. Decisions are
     * rare: they are taken one after the other, so that none overlooks another.
     */
    @Transactional(MANDATORY)
    public Set<UUID> hold(Collection<UUID> supporters) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:work, 0)) as text)")
                .setParameter("work", ONE_AT_A_TIME)
                .getSingleResult();
        Set<UUID> concerned = new HashSet<>(supporters);
        Set<UUID> latest = concerned;
        while (!latest.isEmpty()) {
            Set<UUID> found = neighbours(latest);
            found.removeAll(concerned);
            concerned.addAll(found);
            latest = found;
        }
        ties.hold(concerned);
        return concerned;
    }

    /** Counts these anew, who must be held. */
    @Transactional(MANDATORY)
    public void count(Set<UUID> held) {
        List<Member> members = members(held);
        Map<UUID, String> ownKeys = new HashMap<>();
        members.stream().filter(Member::active).forEach(member -> ownKeys.put(member.id(), member.ownKey()));
        Map<UUID, UUID> persons = Persons.of(ownKeys, decided(held, "MERGED"), decided(held, "DISTINCT"));
        List<Ties.Counted> changed = members.stream()
                .filter(Member::active)
                .filter(member -> !Objects.equals(member.person(), persons.get(member.id())))
                .map(member -> counted(member.id(), persons.get(member.id())))
                .toList();
        Unseen.from(database);
        ties.count(changed);
    }

    private Ties.Counted counted(UUID supporter, UUID person) {
        return new Ties.Counted(supporter, person, person == null ? null : index.personKey(person));
    }

    private Set<UUID> neighbours(Collection<UUID> supporters) {
        List<?> rows = database.createNativeQuery(NEIGHBOURS)
                .setParameter("ids", supporters.toArray(UUID[]::new))
                .getResultList();
        Set<UUID> found = new HashSet<>();
        rows.forEach(row -> found.add((UUID) row));
        return found;
    }

    private List<Member> members(Collection<UUID> supporters) {
        List<?> rows = database.createNativeQuery("""
                        select id, state = 'ACTIVE', subject_key, person from supporter where id = any(:ids)""")
                .setParameter("ids", supporters.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Member((UUID) row[0], (Boolean) row[1], (String) row[2], (UUID) row[3]))
                .toList();
    }

    private List<Pair> decided(Collection<UUID> supporters, String as) {
        List<?> rows = database.createNativeQuery("""
                        select a, b from duplicate_candidate where state = :state and a = any(:ids)""")
                .setParameter("state", as)
                .setParameter("ids", supporters.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Pair((UUID) row[0], (UUID) row[1]))
                .toList();
    }
}
