package jp.kakawari.registry.duplicatesearch;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.likeness.LikenessKeys;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.PersonalData;

/**
 * Makes the likeness keys of whoever came, changed, or has keys by an older index key (名寄せの索引づくり). Two thousand at a time,
 * each step a transaction of its own. Nobody reads personal data by it, so nothing is recorded as read.
 */
@ApplicationScoped
class IndexLikeness {

    private static final int STEP = 2_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private record Row(UUID id, byte[] sealed, long profileRevision, Kind kind) {}

    private final EntityManager database;
    private final PersonalData personalData;
    private final LikenessKeys likenessKeys;
    private final BlindIndex index;

    IndexLikeness(EntityManager database, PersonalData personalData, LikenessKeys likenessKeys, BlindIndex index) {
        this.database = database;
        this.personalData = personalData;
        this.likenessKeys = likenessKeys;
        this.index = index;
    }

    /** Answers whether it came to the end; it stops between two steps when it may not go on. */
    boolean run(BooleanSupplier mayGoOn) {
        for (UUID last = BEFORE_ALL; last != null; ) {
            if (!mayGoOn.getAsBoolean()) {
                return false;
            }
            UUID from = last;
            last = QuarkusTransaction.requiringNew().call(() -> step(from));
        }
        return true;
    }

    private UUID step(UUID after) {
        List<Row> rows = next(after);
        List<Row> indexed = new ArrayList<>();
        List<UUID> owners = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        for (Row row : rows) {
            try {
                List<byte[]> made = keys(row);
                made.forEach(key -> owners.add(row.id()));
                keys.addAll(made);
                indexed.add(row);
            } catch (IllegalStateException shut) {
                Log.errorf("likeness: %s", shut.getMessage());
            }
        }
        if (!indexed.isEmpty()) {
            write(indexed, owners, keys);
        }
        return rows.isEmpty() ? null : rows.getLast().id();
    }

    private List<byte[]> keys(Row row) {
        return row.kind() == Kind.PERSON ? likenessKeys.of(personalData.open(row.id(), row.sealed())) : List.of();
    }

    /** In the order of their ids, held; those that are being written are left to the next time. */
    private List<Row> next(UUID after) {
        List<?> rows = database.createNativeQuery("""
                        select s.id, s.personal, s.profile_revision, s.kind
                        from supporter s left join likeness l on l.supporter = s.id
                        where s.id > :after and s.personal is not null
                          and (l.supporter is null or l.profile_revision <> s.profile_revision or l.key_number < :key)
                        order by s.id limit :limit for update of s skip locked
                        """)
                .setParameter("after", after)
                .setParameter("key", index.writingKey())
                .setParameter("limit", STEP)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row((UUID) row[0], (byte[]) row[1], (Long) row[2], Kind.valueOf((String) row[3])))
                .toList();
    }

    private void write(List<Row> indexed, List<UUID> owners, List<byte[]> keys) {
        UUID[] ids = indexed.stream().map(Row::id).toArray(UUID[]::new);
        database.createNativeQuery("delete from likeness_key where supporter = any(:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
        database.createNativeQuery("""
                        insert into likeness_key (key, supporter)
                        select key, supporter from unnest(:keys, :owners) as made (key, supporter)
                        on conflict do nothing
                        """)
                .setParameter("keys", keys.toArray(byte[][]::new))
                .setParameter("owners", owners.toArray(UUID[]::new))
                .executeUpdate();
        database.createNativeQuery("""
                        insert into likeness (supporter, profile_revision, key_number, compared)
                        select id, revision, :key, false from unnest(:ids, :revisions) as made (id, revision)
                        on conflict (supporter) do update
                        set profile_revision = excluded.profile_revision, key_number = excluded.key_number,
                            compared = likeness.compared and likeness.profile_revision = excluded.profile_revision
                        """)
                .setParameter("key", index.writingKey())
                .setParameter("ids", ids)
                .setParameter(
                        "revisions", indexed.stream().map(Row::profileRevision).toArray(Long[]::new))
                .executeUpdate();
    }
}
