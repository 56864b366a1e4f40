package jp.kakawari.registry.rotation;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.Indexes;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.supporter.Ties;

/**
 * Makes the indexes of supporters from their opened data (索引の再計算): of records whose writer made none, and of all that an
 * older key made. A step at a time, each a short transaction of its own. Whose pseudonym changes by it is told with a new
 * revision, for other services count by it; nobody else is.
 */
@ApplicationScoped
class RenewIndexes {

    private static final int STEP = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String NOT_INDEXED =
            "personal is not null and index_of is distinct from substring(personal from 1 for 17)";
    private static final String BY_AN_OLDER_KEY = "personal is not null and index_key is distinct from :key";

    private record Row(UUID id, byte[] sealed, String subjectKey) {}

    private final EntityManager database;
    private final PersonalData personalData;
    private final BlindIndex index;
    private final Ties ties;

    RenewIndexes(EntityManager database, PersonalData personalData, BlindIndex index, Ties ties) {
        this.database = database;
        this.personalData = personalData;
        this.index = index;
        this.ties = ties;
    }

    /** Indexes the records whose writer did not. */
    void fill() {
        run(NOT_INDEXED, Map.of());
    }

    /** Indexes anew what an older key made. */
    void renew() {
        run(BY_AN_OLDER_KEY, Map.of("key", index.key()));
    }

    /** How many supporters are indexed by an older key, or not at all. */
    long remaining() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) database.createNativeQuery(
                                "select count(*) from supporter where " + BY_AN_OLDER_KEY, Long.class)
                        .setParameter("key", index.key())
                        .getSingleResult());
    }

    private void run(String due, Map<String, Object> values) {
        for (UUID last = BEFORE_ALL; last != null; ) {
            UUID from = last;
            last = QuarkusTransaction.requiringNew().call(() -> step(due, values, from));
        }
    }

    private UUID step(String due, Map<String, Object> values, UUID after) {
        List<Row> rows = next(due, values, after);
        Map<Row, Indexes> renewed = new LinkedHashMap<>();
        for (Row row : rows) {
            try {
                renewed.put(row, index.of(row.id(), personalData.open(row.id(), row.sealed())));
            } catch (IllegalStateException shut) {
                Log.errorf("indexing: %s", shut.getMessage());
            }
        }
        if (!renewed.isEmpty()) {
            write(renewed);
            ties.tell(renewed.entrySet().stream()
                    .filter(entry ->
                            !entry.getValue().subjectKey().equals(entry.getKey().subjectKey()))
                    .map(entry -> entry.getKey().id())
                    .toList());
        }
        return rows.isEmpty() ? null : rows.getLast().id();
    }

    /** In the order of their ids, held; those that are being written are left to the next time. */
    private List<Row> next(String due, Map<String, Object> values, UUID after) {
        var query = database.createNativeQuery("select id, personal, subject_key from supporter where id > :after and "
                        + due + " order by id limit :limit for update skip locked")
                .setParameter("after", after)
                .setParameter("limit", STEP);
        values.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row((UUID) row[0], (byte[]) row[1], (String) row[2]))
                .toList();
    }

    private void write(Map<Row, Indexes> renewed) {
        database.createNativeQuery("""
                        update supporter s
                        set subject_key = n.subject_key, email_index = n.email, index_key = :key, index_of = n.mark
                        from unnest(:ids, :marks, :subjects, :emails) as n (id, mark, subject_key, email)
                        where s.id = n.id
                        """)
                .setParameter("key", index.key())
                .setParameter("ids", rows(renewed, Row::id, UUID[]::new))
                .setParameter("marks", rows(renewed, row -> PersonalData.mark(row.sealed()), byte[][]::new))
                .setParameter("subjects", indexes(renewed, Indexes::subjectKey, String[]::new))
                .setParameter("emails", indexes(renewed, Indexes::email, byte[][]::new))
                .executeUpdate();
    }

    private static <T> T[] rows(Map<Row, Indexes> renewed, Function<Row, T> value, IntFunction<T[]> array) {
        return renewed.keySet().stream().map(value).toArray(array);
    }

    private static <T> T[] indexes(Map<Row, Indexes> renewed, Function<Indexes, T> value, IntFunction<T[]> array) {
        return renewed.values().stream().map(value).toArray(array);
    }
}
