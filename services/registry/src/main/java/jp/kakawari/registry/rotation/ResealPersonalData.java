package jp.kakawari.registry.rotation;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;

/**
 * Seals anew with the present key what older keys sealed (再暗号化): a step at a time, each a short transaction of its own, so
 * that a crash loses nothing and nobody waits long. Only the sealing changes: no revision rises and nothing is told. What
 * doesn't open is left as it is, and stays counted.
 */
@ApplicationScoped
class ResealPersonalData {

    private static final int STEP = 500;
    private static final Row BEFORE_ALL = new Row(new UUID(0, 0), -1, null);

    private record Row(UUID owner, long line, byte[] sealed) {}

    private final EntityManager database;
    private final PersonalData personalData;

    ResealPersonalData(EntityManager database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    void run() {
        SealedPlace.ALL.stream().filter(place -> !place.passing()).forEach(this::run);
    }

    private void run(SealedPlace place) {
        for (Row last = BEFORE_ALL; last != null; ) {
            Row from = last;
            last = QuarkusTransaction.requiringNew().call(() -> step(place, from));
        }
    }

    /** How many values older keys still hold. */
    long remaining() {
        return QuarkusTransaction.requiringNew()
                .call(() -> SealedPlace.ALL.stream().mapToLong(this::count).sum());
    }

    private long count(SealedPlace place) {
        return (Long) database.createNativeQuery(place.count(), Long.class)
                .setParameter("prefix", personalData.prefix())
                .getSingleResult();
    }

    private Row step(SealedPlace place, Row after) {
        List<Row> rows = next(place, after);
        List<Row> resealed = new ArrayList<>();
        for (Row row : rows) {
            try {
                byte[] plain = personalData.openBytes(row.owner(), row.sealed());
                resealed.add(new Row(row.owner(), row.line(), personalData.sealBytes(row.owner(), plain)));
            } catch (IllegalStateException shut) {
                Log.errorf("%s of %s: %s", place.column(), place.table(), shut.getMessage());
            }
        }
        if (!resealed.isEmpty()) {
            Unseen.from(database);
            write(place, resealed);
        }
        return rows.isEmpty() ? null : rows.getLast();
    }

    private List<Row> next(SealedPlace place, Row after) {
        List<?> rows = database.createNativeQuery(place.next())
                .setParameter("owner", after.owner())
                .setParameter("line", after.line())
                .setParameter("prefix", personalData.prefix())
                .setParameter("limit", STEP)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row((UUID) row[0], (Long) row[1], (byte[]) row[2]))
                .toList();
    }

    private void write(SealedPlace place, List<Row> rows) {
        database.createNativeQuery(place.reseal())
                .setParameter("owners", rows.stream().map(Row::owner).toArray(UUID[]::new))
                .setParameter("lines", rows.stream().map(Row::line).toArray(Long[]::new))
                .setParameter("values", rows.stream().map(Row::sealed).toArray(byte[][]::new))
                .executeUpdate();
    }
}
