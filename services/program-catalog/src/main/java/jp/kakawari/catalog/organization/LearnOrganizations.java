package jp.kakawari.catalog.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Keeps the newest state of each member organisation (会員団体); whatever is not newer is dropped. */
@ApplicationScoped
class LearnOrganizations implements Subscription<OrganizationChanged> {

    private static final String KEEP_NEWEST = """
            insert into organization as known (id, revision, state, name, government)
            select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[])
            on conflict (id) do update
            set revision = excluded.revision, state = excluded.state, name = excluded.name,
                government = excluded.government
            where excluded.revision > known.revision
            """;

    private final DataSource database;

    @Inject
    LearnOrganizations(DataSource database) {
        this.database = database;
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_ORGANIZATION;
    }

    @Override
    public Class<OrganizationChanged> type() {
        return OrganizationChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<OrganizationChanged>> batch) {
        List<OrganizationChanged> newest =
                Received.newest(batch, OrganizationChanged::id, OrganizationChanged::revision);
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(KEEP_NEWEST)) {
            upsert.setArray(1, connection.createArrayOf("uuid", column(newest, OrganizationChanged::id)));
            upsert.setArray(2, connection.createArrayOf("bigint", column(newest, OrganizationChanged::revision)));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", column(newest, state -> state.state().name())));
            upsert.setArray(4, connection.createArrayOf("text", column(newest, OrganizationChanged::name)));
            upsert.setArray(5, connection.createArrayOf("text", column(newest, OrganizationChanged::government)));
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Object[] column(List<OrganizationChanged> rows, Function<OrganizationChanged, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
