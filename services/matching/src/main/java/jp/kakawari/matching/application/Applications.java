package jp.kakawari.matching.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import jp.kakawari.matching.delegation.DelegatedApplications;
import jp.kakawari.web.PageRequest;
import org.hibernate.Session;

/** The applications, and the lock under which they change. */
@ApplicationScoped
class Applications implements PanacheRepositoryBase<Application, UUID> {

    private static final String HOSTED = "select {p.*}, exists (" + DelegatedApplications.OPEN
            + " and d.grantor = p.host) as delegated from program p where p.id = any(:programs)";

    /** Locks the program until the transaction ends: whoever changes one of its applications comes through here. */
    Optional<Intake> lock(UUID program) {
        return Optional.ofNullable(getEntityManager().find(Intake.class, program, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * How a program takes applications.
     *
     * @param delegated whether its host delegated them to that intermediary (委任)
     */
    record Hosted(Intake intake, boolean delegated) {}

    /** Of these programs, by their ids; null is no intermediary. */
    Map<UUID, Hosted> hosted(Collection<UUID> programs, UUID intermediary) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(HOSTED, Object[].class)
                .addEntity("p", Intake.class)
                .addScalar("delegated", Boolean.class)
                .setParameter("programs", programs.toArray(UUID[]::new))
                .setParameter("intermediary", intermediary, UUID.class)
                .getResultStream()
                .map(row -> new Hosted((Intake) row[0], (Boolean) row[1]))
                .collect(Collectors.toMap(hosted -> hosted.intake().id(), Function.identity()));
    }

    /** The program of an application, read without loading what may change before the lock is held. */
    Optional<UUID> programOf(UUID application) {
        return getEntityManager()
                .createQuery("select program from Application where id = :id", UUID.class)
                .setParameter("id", application)
                .getResultStream()
                .findFirst();
    }

    Optional<Application> active(UUID program, UUID supporter) {
        return find("program = ?1 and supporter = ?2 and state in ?3", program, supporter, Application.ACTIVE)
                .firstResultOptional();
    }

    /** The one whose turn it is. */
    Optional<Application> firstWaiting(UUID program) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        select id from application where program = :program and state = 'WAITING'
                        order by turn limit 1
                        """)
                .setParameter("program", program)
                .getResultList();
        return ids.stream().findFirst().map(id -> findById((UUID) id));
    }

    /** Programs in which a hold has lapsed or a free place has somebody waiting for it, in a fixed order. */
    List<UUID> programsToSweep() {
        return ids(getEntityManager().createNativeQuery("""
                        select program from application where state = 'OFFERED' and held_until <= clock_timestamp()
                        union
                        select a.program from application a join program p on p.id = a.program
                        where a.state = 'WAITING' and p.state in ('PUBLISHED', 'CLOSED')
                          and (p.places is null or p.taken < p.places)
                        order by 1
                        """).getResultList());
    }

    List<Application> lapsed(UUID program, Instant now) {
        return list(
                "program = ?1 and state = ?2 and heldUntil <= ?3 order by heldUntil, id", program, State.OFFERED, now);
    }

    List<UUID> programsOf(Collection<UUID> supporters) {
        return ids(getEntityManager()
                .createNativeQuery(
                        "select distinct program from application where supporter in (:supporters) order by 1")
                .setParameter("supporters", supporters)
                .getResultList());
    }

    List<Application> of(Collection<UUID> supporters, UUID program) {
        return list("program = ?1 and supporter in ?2 order by id", program, supporters);
    }

    /** One page of those that pass the filter, in order of arrival. */
    List<Application> page(Filter filter, PageRequest page) {
        Map<String, Object> parameters = filter.parameters();
        String where = filter.where();
        if (page.after().isPresent()) {
            where += " and id > :after";
            parameters.put("after", page.after().get().uuid(0));
        }
        return find(where + " order by id", parameters).range(0, page.limit()).list();
    }

    long count(Filter filter) {
        return count(filter.where(), filter.parameters());
    }

    /**
     * Places in the waiting lists, from 1, of those that wait, and the moment at which they were looked at.
     *
     * @param now the database's clock, which all replicas share
     */
    record Queues(Instant now, Map<UUID, Integer> positions) {}

    /** Of these applications, in one question, whether any of them waits or not. */
    Queues queues(Collection<Application> applications) {
        UUID[] waiting = applications.stream()
                .filter(application -> application.state() == State.WAITING)
                .map(Application::id)
                .toArray(UUID[]::new);
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select clock_timestamp(), a.id,
                               (select count(*) from application b
                                where b.program = a.program and b.state = 'WAITING' and b.turn <= a.turn)
                        from (select) nothing left join application a on a.id = any(:ids)
                        """)
                .setParameter("ids", waiting)
                .getResultList();
        Map<UUID, Integer> positions = new HashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .filter(row -> row[1] != null)
                .forEach(row -> positions.put((UUID) row[1], ((Number) row[2]).intValue()));
        return new Queues((Instant) ((Object[]) rows.getFirst())[0], positions);
    }

    /** The database's clock, which all replicas share. */
    Instant now() {
        return (Instant) getEntityManager()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    /** What a list is narrowed to; null narrows nothing. */
    record Filter(UUID program, UUID supporter, UUID channel, State state) {
        private Map<String, Object> parameters() {
            Map<String, Object> given = new HashMap<>();
            given.put("program", program);
            given.put("supporter", supporter);
            given.put("channel", channel);
            given.put("state", state);
            given.values().removeIf(Objects::isNull);
            return given;
        }

        private String where() {
            return parameters().keySet().stream()
                    .map(name -> name + " = :" + name)
                    .collect(Collectors.joining(" and "));
        }
    }

    private static List<UUID> ids(List<?> rows) {
        return rows.stream().map(UUID.class::cast).toList();
    }
}
