package jp.kakawari.registry.rotation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.BlindIndex;

/**
 * Makes anew the fingerprints of list rows that an older key has made, so that the next list finds its rows unchanged. The
 * rows are not known any more and need not be. A step at a time, each a short transaction of its own; seen by nobody.
 */
@ApplicationScoped
class RenewFingerprints {

    private static final int STEP = 2_000;
    private static final Row BEFORE_ALL = new Row("", new UUID(0, 0), null, null);
    private static final String BY_AN_OLDER_KEY =
            "content_hash is not null and substring(content_hash from 1 for 4) <> :prefix";

    private record Row(String municipality, UUID supporter, byte[] rowHash, byte[] contentHash) {}

    private final EntityManager database;
    private final BlindIndex index;

    RenewFingerprints(EntityManager database, BlindIndex index) {
        this.database = database;
        this.index = index;
    }

    void run() {
        for (Row last = BEFORE_ALL; last != null; ) {
            Row from = last;
            last = QuarkusTransaction.requiringNew().call(() -> step(from));
        }
    }

    /** How many fingerprints older keys have made. */
    long remaining() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long)
                        database.createNativeQuery("select count(*) from tie where " + BY_AN_OLDER_KEY, Long.class)
                                .setParameter("prefix", index.fingerprintPrefix())
                                .getSingleResult());
    }

    private Row step(Row after) {
        List<Row> rows = next(after);
        if (rows.isEmpty()) {
            return null;
        }
        Unseen.from(database);
        database.createNativeQuery("""
                        update tie t set row_hash = n.row_hash, content_hash = n.content_hash
                        from unnest(:municipalities, :supporters, :rows, :contents)
                             as n (municipality, supporter, row_hash, content_hash)
                        where t.municipality = n.municipality and t.supporter = n.supporter
                        """)
                .setParameter(
                        "municipalities", rows.stream().map(Row::municipality).toArray(String[]::new))
                .setParameter("supporters", rows.stream().map(Row::supporter).toArray(UUID[]::new))
                .setParameter(
                        "rows",
                        rows.stream().map(row -> index.rekeyed(row.rowHash())).toArray(byte[][]::new))
                .setParameter(
                        "contents",
                        rows.stream()
                                .map(row -> index.rekeyed(row.contentHash()))
                                .toArray(byte[][]::new))
                .executeUpdate();
        return rows.getLast();
    }

    private List<Row> next(Row after) {
        List<?> rows = database.createNativeQuery("""
                        select municipality, supporter, row_hash, content_hash from tie
                        where (municipality, supporter) > (:municipality, :supporter) and %s
                        order by municipality, supporter limit :limit for update skip locked
                        """.formatted(BY_AN_OLDER_KEY))
                .setParameter("municipality", after.municipality())
                .setParameter("supporter", after.supporter())
                .setParameter("prefix", index.fingerprintPrefix())
                .setParameter("limit", STEP)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row((String) row[0], (UUID) row[1], (byte[]) row[2], (byte[]) row[3]))
                .toList();
    }
}
