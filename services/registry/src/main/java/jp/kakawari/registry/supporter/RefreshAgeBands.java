package jp.kakawari.registry.supporter;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;

/**
 * People grow older (年代の見直し): each month the age bands are compared with the sealed birth dates, and whoever has come into
 * the next one is told. A step at a time, each a transaction of its own; whatever is right already stays untold, so replicas
 * may all do it. Nobody reads a birth date by it, so nothing is recorded as read.
 */
@ApplicationScoped
class RefreshAgeBands {

    private static final int STEP = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private record Row(UUID id, byte[] sealed, String ageBand) {}

    private record Band(UUID supporter, String ageBand) {}

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
        for (UUID last = BEFORE_ALL; last != null; ) {
            UUID from = last;
            last = QuarkusTransaction.requiringNew().call(() -> step(from));
        }
    }

    private UUID step(UUID after) {
        List<Row> rows = next(after);
        List<Band> moved = rows.stream()
                .map(row -> new Band(row.id(), ageBand(row)))
                .filter(band -> band.ageBand() != null)
                .toList();
        if (!moved.isEmpty()) {
            write(moved);
            ties.tell(moved.stream().map(Band::supporter).toList());
        }
        return rows.isEmpty() ? null : rows.getLast().id();
    }

    /** The band that somebody has come into; null for whoever is still in theirs. */
    private String ageBand(Row row) {
        try {
            LocalDate birthDate = personalData.open(row.id(), row.sealed()).birthDate();
            String now = AgeBand.of(birthDate, LocalDate.now(clock));
            return row.ageBand().equals(now) ? null : now;
        } catch (IllegalStateException shut) {
            Log.errorf("age bands: %s", shut.getMessage());
            return null;
        }
    }

    /** In the order of their ids, held; those that are being written are written with their band. */
    private List<Row> next(UUID after) {
        List<?> rows = database.createNativeQuery("""
                        select id, personal, age_band from supporter
                        where id > :after and personal is not null and age_band <> :last
                        order by id limit :limit for update skip locked
                        """)
                .setParameter("after", after)
                .setParameter("last", AgeBand.LAST)
                .setParameter("limit", STEP)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row((UUID) row[0], (byte[]) row[1], (String) row[2]))
                .toList();
    }

    private void write(List<Band> moved) {
        database.createNativeQuery("""
                        update supporter s set age_band = n.age_band
                        from unnest(:ids, :bands) as n (id, age_band) where s.id = n.id
                        """)
                .setParameter("ids", moved.stream().map(Band::supporter).toArray(UUID[]::new))
                .setParameter("bands", moved.stream().map(Band::ageBand).toArray(String[]::new))
                .executeUpdate();
    }
}
