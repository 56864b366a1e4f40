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
 * Makes anew, from opened data, the indexes of supporters that an older key has made (索引の再計算). A step at a time, each a
 * short transaction of its own. Everybody's pseudonym changes by it and is told with a new revision: other services count
 * by it.
 */
@ApplicationScoped
class RenewIndexes {

    private static final int STEP = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String BY_AN_OLDER_KEY = "personal is not null and "
            + "(not starts_with(subject_key, :prefix) or not starts_with(coalesce(counted_as, :prefix), :prefix))";

    private record Row(UUID id, byte[] sealed, UUID person) {}

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

    void run() {
        for (UUID last = BEFORE_ALL; last != null; ) {
            UUID from = last;
            last = QuarkusTransaction.requiringNew().call(() -> step(from));
        }
    }

    /** How many supporters an older key has indexed. */
    long remaining() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) database.createNativeQuery(
                                "select count(*) from supporter where " + BY_AN_OLDER_KEY, Long.class)
                        .setParameter("prefix", index.subjectKeyPrefix())
                        .getSingleResult());
    }

    private UUID step(UUID after) {
        List<Row> rows = next(after);
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
            ties.tell(renewed.keySet().stream().map(Row::id).toList());
        }
        return rows.isEmpty() ? null : rows.getLast().id();
    }

    /** In the order of their ids, held; those that are being written are left to the next time. */
    private List<Row> next(UUID after) {
        List<?> rows = database.createNativeQuery("select id, personal, person from supporter where id > :after and "
                        + BY_AN_OLDER_KEY + " order by id limit :limit for update skip locked")
                .setParameter("after", after)
                .setParameter("prefix", index.subjectKeyPrefix())
                .setParameter("limit", STEP)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row((UUID) row[0], (byte[]) row[1], (UUID) row[2]))
                .toList();
    }

    private void write(Map<Row, Indexes> renewed) {
        database.createNativeQuery("select set_config('kakawari.same_email', 'on', true)")
                .getSingleResult();
        database.createNativeQuery("""
                        update supporter s
                        set subject_key = n.subject_key, email_index = n.email, counted_as = n.person_key
                        from unnest(:ids, :subjects, :emails, :persons) as n (id, subject_key, email, person_key)
                        where s.id = n.id
                        """)
                .setParameter("ids", renewed.keySet().stream().map(Row::id).toArray(UUID[]::new))
                .setParameter("subjects", indexes(renewed, Indexes::subjectKey, String[]::new))
                .setParameter("emails", indexes(renewed, Indexes::email, byte[][]::new))
                .setParameter(
                        "persons",
                        renewed.keySet().stream().map(this::personKey).toArray(String[]::new))
                .executeUpdate();
    }

    private String personKey(Row row) {
        return row.person() == null ? null : index.personKey(row.person());
    }

    private static <T> T[] indexes(Map<Row, Indexes> renewed, Function<Indexes, T> value, IntFunction<T[]> array) {
        return renewed.values().stream().map(value).toArray(array);
    }
}
