package jp.kakawari.registry.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.kakawari.registry.likeness.Likeness;
import jp.kakawari.registry.likeness.Reason;
import jp.kakawari.registry.person.Pair;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.PageRequest;

/** All pairs that were ever worth a look, each desk seeing its own. */
@ApplicationScoped
public class Candidates {

    /** A pair that was compared and is worth a look. */
    public record Found(Pair pair, Likeness likeness) {}

    private final EntityManager database;

    Candidates(EntityManager database) {
        this.database = database;
    }

    /** Surest first. */
    List<Candidate> page(Desk desk, State state, PageRequest page) {
        String after = page.after().isEmpty()
                ? ""
                : " and (c.confidence < :confidence or c.confidence = :confidence and c.id > :id)";
        Query query = database.createNativeQuery("select " + Candidate.COLUMNS + " " + desk.inView()
                        + " and c.state = :state" + after + " order by c.confidence desc, c.id limit :fetch")
                .setParameter("desk", desk.name())
                .setParameter("state", state.name())
                .setParameter("fetch", page.fetch());
        page.after()
                .ifPresent(cursor ->
                        query.setParameter("confidence", hundredths(cursor)).setParameter("id", cursor.uuid(1)));
        return candidates(query);
    }

    static Cursor position(Candidate candidate) {
        return Cursor.of(candidate.confidence().movePointRight(2).longValueExact(), candidate.id());
    }

    private static BigDecimal hundredths(Cursor cursor) {
        return BigDecimal.valueOf(cursor.number(0), 2);
    }

    long count(Desk desk, State state) {
        return (Long)
                database.createNativeQuery("select count(*) " + desk.inView() + " and c.state = :state", Long.class)
                        .setParameter("desk", desk.name())
                        .setParameter("state", state.name())
                        .getSingleResult();
    }

    /** As it is now, whoever has it in view. */
    Candidate now(UUID id) {
        Query query = database.createNativeQuery(
                        "select " + Candidate.COLUMNS + " from duplicate_candidate c where c.id = :id")
                .setParameter("id", id);
        return candidates(query).getFirst();
    }

    Optional<Candidate> of(Desk desk, UUID id) {
        return one(desk, id, "");
    }

    /** Held until the transaction ends. */
    Optional<Candidate> held(Desk desk, UUID id) {
        return one(desk, id, " for update of c");
    }

    private Optional<Candidate> one(Desk desk, UUID id, String held) {
        Query query = database.createNativeQuery(
                        "select " + Candidate.COLUMNS + " " + desk.inView() + " and c.id = :id" + held)
                .setParameter("desk", desk.name())
                .setParameter("id", id);
        return candidates(query).stream().findFirst();
    }

    void decide(UUID id, State state, Desk desk, String subject) {
        database.createNativeQuery("""
                        update duplicate_candidate
                        set state = :state, decided_by = :desk, decided_subject = :subject, decided_at = now(),
                            revision = revision + 1
                        where id = :id
                        """)
                .setParameter("state", state.name())
                .setParameter("desk", desk.name())
                .setParameter("subject", subject)
                .setParameter("id", id)
                .executeUpdate();
    }

    void open(UUID id) {
        database.createNativeQuery("""
                        update duplicate_candidate
                        set state = 'OPEN', decided_by = null, decided_subject = null, decided_at = null,
                            revision = revision + 1
                        where id = :id
                        """).setParameter("id", id).executeUpdate();
    }

    /** These are all that was found of these supporters: what nobody has decided and isn't among them goes. */
    public void keep(Collection<UUID> supporters, Collection<Found> found) {
        database.createNativeQuery("""
                        delete from duplicate_candidate c
                        where c.state = 'OPEN' and (c.a = any(:ids) or c.b = any(:ids))
                          and not exists (select from unnest(:lower, :upper) as f (a, b) where (f.a, f.b) = (c.a, c.b))
                        """)
                .setParameter("ids", supporters.toArray(UUID[]::new))
                .setParameter("lower", column(found, f -> f.pair().a(), UUID[]::new))
                .setParameter("upper", column(found, f -> f.pair().b(), UUID[]::new))
                .executeUpdate();
        database.createNativeQuery("""
                        insert into duplicate_candidate as c (a, b, confidence, reasons)
                        select a, b, percent * 0.01, string_to_array(reasons, ' ')
                        from unnest(:lower, :upper, :percents, :reasons) as f (a, b, percent, reasons)
                        on conflict (a, b) do update
                        set confidence = excluded.confidence, reasons = excluded.reasons, revision = c.revision + 1
                        where c.state = 'OPEN'
                          and (c.confidence, c.reasons) is distinct from (excluded.confidence, excluded.reasons)
                        """)
                .setParameter("lower", column(found, f -> f.pair().a(), UUID[]::new))
                .setParameter("upper", column(found, f -> f.pair().b(), UUID[]::new))
                .setParameter("percents", column(found, f -> percent(f.likeness()), Integer[]::new))
                .setParameter("reasons", column(found, f -> codes(f.likeness()), String[]::new))
                .executeUpdate();
    }

    private static int percent(Likeness likeness) {
        return (int) Math.round(likeness.confidence() * 100);
    }

    private static String codes(Likeness likeness) {
        return String.join(" ", likeness.reasons().stream().map(Reason::name).toList());
    }

    private static <T> T[] column(Collection<Found> found, Function<Found, T> value, IntFunction<T[]> array) {
        return found.stream().map(value).toArray(array);
    }

    private static List<Candidate> candidates(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> Candidate.of((Object[]) row)).toList();
    }
}
