package jp.kakawari.registry.supporter;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.personal.PersonalData;

/**
 * People grow older (年代・成年の見直し): each month whoever came into the next age band by its first day, or came of age and so needs
 * no guardian, is told. On whatever day it is done, nobody is told who had their birthday since that first day, so that of a
 * birthday no more is told than its month; only who saves a profile says more, of their own. Whoever is a minor today and
 * should have been told to lack a guardian is told so, whenever it is seen. A step at a time, each a transaction of its own;
 * whatever is right already stays untold, so replicas may all do it; whom somebody else is writing just then is left for the
 * next month, unless the caller of a step waits for them. Nobody reads a birth date by it, so nothing is recorded
 * as read.
 */
@ApplicationScoped
class RefreshAgeBands {

    /** What becomes of those whom another transaction holds just now. */
    enum Busy {
        /** They are left for the next time. */
        SKIP,
        /** They are waited for, so that none is left out. */
        WAIT
    }

    private static final int STEP = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private record Row(UUID id, byte[] sealed, Kind kind, boolean guardianKnown, Age known) {}

    private record Age(String band, boolean guardianMissing) {}

    private record Grown(UUID supporter, Age age) {}

    private final EntityManager database;
    private final PersonalData personalData;
    private final Ties ties;
    private final Clock clock;

    RefreshAgeBands(EntityManager database, PersonalData personalData, Ties ties, Clock clock) {
        this.database = database;
        this.personalData = personalData;
        this.ties = ties;
        this.clock = clock;
    }

    @Scheduled(
            cron = "${kakawari.registry.age-bands-refreshed-at}",
            timeZone = "Asia/Tokyo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        refresh(LocalDate.now(clock));
    }

    void refresh(LocalDate today) {
        for (UUID last = BEFORE_ALL; last != null; ) {
            UUID from = last;
            last = QuarkusTransaction.requiringNew().call(() -> step(from, AgeBand.BEFORE_LAST, Busy.SKIP, today));
        }
    }

    /** The next thousand in these bands after somebody, in a transaction of the caller's; null where there were none. */
    UUID step(UUID after, Set<String> bands, Busy busy, LocalDate today) {
        List<Row> rows = read(hold(after, bands, busy));
        List<Grown> grown = rows.stream()
                .map(row -> new Grown(row.id(), age(row, today)))
                .filter(row -> row.age() != null)
                .toList();
        if (!grown.isEmpty()) {
            write(grown);
            ties.tell(grown.stream().map(Grown::supporter).toList());
        }
        return rows.isEmpty() ? null : rows.getLast().id();
    }

    /** What has become of somebody by the first of the month; null for whoever is still, or already, what is known of them. */
    private Age age(Row row, LocalDate today) {
        try {
            LocalDate birthDate = personalData.open(row.id(), row.sealed()).birthDate();
            Age known = row.known();
            if (known.equals(age(row, birthDate, today))) {
                return null;
            }
            Age begun = age(row, birthDate, today.withDayOfMonth(1));
            return known.equals(begun) ? null : begun;
        } catch (IllegalStateException shut) {
            Log.errorf("age bands: %s", shut.getMessage());
            return null;
        }
    }

    private static Age age(Row row, LocalDate birthDate, LocalDate day) {
        boolean minor = row.kind() != Kind.ORGANIZATION && Guardians.isMinor(birthDate, day);
        return new Age(AgeBand.of(birthDate, day), minor && !row.guardianKnown());
    }

    /** In the order of their ids, so that of two who wait none waits for the other. */
    private UUID[] hold(UUID after, Set<String> bands, Busy busy) {
        String held = """
                select s.id from supporter s
                where s.id > :after and s.personal is not null and s.age_band = any(:bands)
                order by s.id limit :limit for update""";
        List<?> ids = database.createNativeQuery(busy == Busy.SKIP ? held + " skip locked" : held, UUID.class)
                .setParameter("after", after)
                .setParameter("bands", bands.toArray(String[]::new))
                .setParameter("limit", STEP)
                .getResultList();
        return ids.toArray(UUID[]::new);
    }

    /** As whoever wrote them last has left them, their guardians too: read when they are held, not before. */
    private List<Row> read(UUID[] held) {
        List<?> rows =
                database.createNativeQuery("""
                        select s.id, s.personal, s.kind, s.age_band, s.guardian_missing,
                               exists (select from guardian g where g.supporter = s.id)
                        from supporter s where s.id = any(:held) order by s.id
                        """).setParameter("held", held).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row(
                        (UUID) row[0],
                        (byte[]) row[1],
                        Kind.valueOf((String) row[2]),
                        (boolean) row[5],
                        new Age((String) row[3], (boolean) row[4])))
                .toList();
    }

    private void write(List<Grown> grown) {
        database.createNativeQuery("""
                        update supporter s set age_band = n.age_band, guardian_missing = n.guardian_missing
                        from unnest(:ids, :bands, :missing) as n (id, age_band, guardian_missing) where s.id = n.id
                        """)
                .setParameter("ids", grown.stream().map(Grown::supporter).toArray(UUID[]::new))
                .setParameter(
                        "bands", grown.stream().map(row -> row.age().band()).toArray(String[]::new))
                .setParameter(
                        "missing",
                        grown.stream().map(row -> row.age().guardianMissing()).toArray(Boolean[]::new))
                .executeUpdate();
    }
}
