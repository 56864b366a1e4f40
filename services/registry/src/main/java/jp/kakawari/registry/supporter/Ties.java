package jp.kakawari.registry.supporter;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.Topic;
import jp.kakawari.registry.stage.StagePolicy;

/** What facts do to ties, in sets: begin, deepen, tell. For one supporter or ten thousand. */
@ApplicationScoped
public class Ties {

    /**
     * A supporter as the ledger needs to know them.
     *
     * @param subjectKey under which they are told
     */
    public record Known(boolean active, String subjectKey) {}

    /**
     * A tie that a fact brings about where there is none.
     *
     * @param resumes whether it takes up a tie that the person ended: they came or joined; what they paid does not
     */
    public record Beginning(UUID supporter, String municipality, Origin origin, LocalDate since, boolean resumes) {}

    /** How far a tie has come: its stage and the day of its newest engagement. */
    public record Standing(UUID supporter, String municipality, Stage stage, LocalDate lastActiveOn) {}

    /** Under which person a supporter counts; both null for a record by itself. */
    public record Counted(UUID supporter, UUID person, String key) {}

    private final EntityManager database;

    Ties(EntityManager database) {
        this.database = database;
    }

    /**
     * The supporters of these ids that there are, held in one order until the transaction ends. Whoever only refers to one of
     * them doesn't wait: a certificate may be issued to somebody who is entered again meanwhile and waits for its municipality.
     */
    @Transactional(MANDATORY)
    public Map<UUID, Known> hold(Collection<UUID> supporters) {
        List<?> rows = database.createNativeQuery("""
                        select id, state, coalesce(counted_as, subject_key) from supporter
                        where id = any(:ids) order by id for no key update
                        """)
                .setParameter("ids", ids(supporters))
                .getResultList();
        Map<UUID, Known> known = new HashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> known.put((UUID) row[0], new Known("ACTIVE".equals(row[1]), (String) row[2])));
        return known;
    }

    /** The supporter whom a municipality knows under a member number of its list. */
    public Optional<UUID> ofMember(String municipality, String memberNumber) {
        return one(database.createNativeQuery("""
                        select supporter from tie
                        where municipality = :municipality and source_system = :source and source_id = :number
                          and ended_on is null
                        """)
                .setParameter("municipality", municipality)
                .setParameter("source", MemberNumber.SOURCE)
                .setParameter("number", MemberNumber.fold(memberNumber))
                .getResultList());
    }

    /** Whether that number is or was theirs, standing or not. */
    boolean hadNumber(String municipality, UUID supporter, String memberNumber) {
        return !database.createNativeQuery("""
                        select supporter from tie
                        where municipality = :municipality and supporter = :supporter
                          and source_system = :source and source_id = :number
                        """)
                .setParameter("municipality", municipality)
                .setParameter("supporter", supporter)
                .setParameter("source", MemberNumber.SOURCE)
                .setParameter("number", MemberNumber.fold(memberNumber))
                .getResultList()
                .isEmpty();
    }

    /** That supporter, if they have a tie to the municipality. */
    public Optional<UUID> of(String municipality, UUID supporter) {
        return one(database.createNativeQuery("""
                        select supporter from tie
                        where municipality = :municipality and supporter = :supporter and ended_on is null
                        """)
                .setParameter("municipality", municipality)
                .setParameter("supporter", supporter)
                .getResultList());
    }

    /** The next supporters after that one who have a tie with engagements, in the order of their ids. */
    public List<UUID> engagedAfter(UUID supporter, int limit) {
        List<?> rows = database.createNativeQuery("""
                        select distinct supporter from tie
                        where supporter > :after and last_active_on is not null and ended_on is null
                        order by supporter limit :limit
                        """)
                .setParameter("after", supporter)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Begins the ties that are missing and resumes those that ended; answers whose ties changed. */
    @Transactional(MANDATORY)
    public Set<UUID> begin(Collection<Beginning> beginnings, StagePolicy policy) {
        List<?> begun = database.createNativeQuery("""
                        insert into tie (municipality, supporter, origins, stage, stage_policy, since, resident, mail_consent)
                        select distinct on (b.municipality, s.id)
                            b.municipality, s.id, array[b.origin], :stage, :policy, b.since,
                            s.home is not distinct from b.municipality, false
                        from unnest(:supporters, :municipalities, :origins, :since, :resumes)
                            as b (supporter, municipality, origin, since, resumes)
                        join supporter s on s.id = b.supporter
                        where b.resumes or not exists (
                            select 1 from tie t
                            where t.municipality = b.municipality and t.supporter = s.id and t.ended_by = 'PERSON')
                        order by b.municipality, s.id, b.since
                        on conflict (municipality, supporter) do update set ended_on = null, ended_by = null where tie.ended_on is not null
                        returning supporter
                        """)
                .setParameter("stage", policy.stageFor(0).name())
                .setParameter("policy", policy.version())
                .setParameter("supporters", column(beginnings, Beginning::supporter, UUID[]::new))
                .setParameter("municipalities", column(beginnings, Beginning::municipality, String[]::new))
                .setParameter("origins", column(beginnings, b -> b.origin().name(), String[]::new))
                .setParameter("since", column(beginnings, Beginning::since, LocalDate[]::new))
                .setParameter("resumes", column(beginnings, Beginning::resumes, Boolean[]::new))
                .getResultList();
        return supporters(begun);
    }

    /** Sets stage and last day where they differ; answers whose ties changed. */
    @Transactional(MANDATORY)
    public Set<UUID> stand(Collection<Standing> standings, StagePolicy policy) {
        List<?> moved = database.createNativeQuery("""
                        update tie set stage = n.stage, stage_policy = :policy, last_active_on = n.last_active_on
                        from unnest(:supporters, :municipalities, :stages, :last)
                            as n (supporter, municipality, stage, last_active_on)
                        where tie.supporter = n.supporter and tie.municipality = n.municipality
                          and (tie.stage, tie.last_active_on) is distinct from (n.stage, n.last_active_on)
                        returning tie.supporter
                        """)
                .setParameter("policy", policy.version())
                .setParameter("supporters", column(standings, Standing::supporter, UUID[]::new))
                .setParameter("municipalities", column(standings, Standing::municipality, String[]::new))
                .setParameter("stages", column(standings, s -> s.stage().name(), String[]::new))
                .setParameter("last", column(standings, Standing::lastActiveOn, LocalDate[]::new))
                .getResultList();
        return supporters(moved);
    }

    /** Raises the revision of these supporters and tells their present state. They must be held. */
    @Transactional(MANDATORY)
    public void tell(Collection<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        update supporter set revision = revision + 1, updated_at = now() where id = any(:ids)
                        """).setParameter("ids", ids(changed)).executeUpdate();
        append(changed);
    }

    /**
     * Lets these supporters count under another key, raises their revision and tells them. They must be held. Nothing of the
     * record itself changes, so it isn't updated either.
     */
    @Transactional(MANDATORY)
    public void count(Collection<Counted> counted) {
        if (counted.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        update supporter s set person = n.person, counted_as = n.key, revision = s.revision + 1
                        from unnest(:ids, :persons, :keys) as n (id, person, key) where s.id = n.id
                        """)
                .setParameter("ids", column(counted, Counted::supporter, UUID[]::new))
                .setParameter("persons", column(counted, Counted::person, UUID[]::new))
                .setParameter("keys", column(counted, Counted::key, String[]::new))
                .executeUpdate();
        append(counted.stream().map(Counted::supporter).toList());
    }

    private void append(Collection<UUID> changed) {
        database.createNativeQuery("""
                        insert into outbox (topic, key, ce_type, ce_subject, body)
                        select :topic, cast(id as text), :type, cast(id as text), body
                        from supporter_state where id = any(:ids) order by id
                        """)
                .setParameter("topic", Topic.REGISTRY_SUPPORTER.value())
                .setParameter("type", "jp.kakawari.registry.supporter-changed.v1")
                .setParameter("ids", ids(changed))
                .executeUpdate();
    }

    private static Optional<UUID> one(List<?> rows) {
        return rows.stream().map(UUID.class::cast).findFirst();
    }

    private static Set<UUID> supporters(List<?> rows) {
        Set<UUID> supporters = new HashSet<>();
        rows.forEach(row -> supporters.add((UUID) row));
        return supporters;
    }

    private static UUID[] ids(Collection<UUID> supporters) {
        return supporters.toArray(UUID[]::new);
    }

    private static <R, T> T[] column(Collection<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
