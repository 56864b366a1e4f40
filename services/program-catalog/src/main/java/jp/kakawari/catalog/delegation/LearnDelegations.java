package jp.kakawari.catalog.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Keeps the newest state of each delegation (委任); whatever is not newer is dropped. */
@ApplicationScoped
class LearnDelegations implements Subscription<DelegationChanged> {

    private static final String KEEP_NEWEST = """
            insert into delegation as known
                (id, revision, state, grantor, government, intermediary, scopes, valid_from, valid_until)
            select id, revision, state, grantor, government, intermediary, string_to_array(scopes, ','), since, until
            from unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                as told (id, revision, state, grantor, government, intermediary, scopes, since, until)
            on conflict (id) do update
            set revision = excluded.revision, state = excluded.state, grantor = excluded.grantor,
                government = excluded.government, intermediary = excluded.intermediary, scopes = excluded.scopes,
                valid_from = excluded.valid_from, valid_until = excluded.valid_until
            where excluded.revision > known.revision
            """;

    private final DataSource database;

    @Inject
    LearnDelegations(DataSource database) {
        this.database = database;
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_DELEGATION;
    }

    @Override
    public Class<DelegationChanged> type() {
        return DelegationChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<DelegationChanged>> batch) {
        List<DelegationChanged> newest = Received.newest(batch, DelegationChanged::id, DelegationChanged::revision);
        List<Column> columns = List.of(
                new Column("uuid", DelegationChanged::id),
                new Column("bigint", DelegationChanged::revision),
                new Column("text", told -> told.state().name()),
                new Column("uuid", DelegationChanged::grantor),
                new Column("text", DelegationChanged::government),
                new Column("uuid", DelegationChanged::intermediary),
                new Column("text", LearnDelegations::scopes),
                new Column("date", DelegationChanged::validFrom),
                new Column("date", DelegationChanged::validUntil));
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(KEEP_NEWEST)) {
            for (int i = 0; i < columns.size(); i++) {
                Object[] values = newest.stream().map(columns.get(i).value()).toArray();
                upsert.setArray(i + 1, connection.createArrayOf(columns.get(i).type(), values));
            }
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String scopes(DelegationChanged told) {
        return told.scopes().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private record Column(String type, Function<DelegationChanged, Object> value) {}
}
