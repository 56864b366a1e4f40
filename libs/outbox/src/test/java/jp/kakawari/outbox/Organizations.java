package jp.kakawari.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;

/** A projection with the revision guard, as a service would write it; the name "poison" makes it fail. */
final class Organizations implements Subscription<OrganizationChanged> {

    private static final String TAKE_IN = """
            INSERT INTO known_organization AS known (id, revision, state, name)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[])
            ON CONFLICT (id) DO UPDATE
                SET revision = excluded.revision, state = excluded.state, name = excluded.name
                WHERE excluded.revision > known.revision
            """;

    private final DataSource database;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    Organizations(World world) {
        this.database = world.database;
        world.execute("""
                CREATE TABLE IF NOT EXISTS known_organization (
                    id uuid PRIMARY KEY, revision bigint NOT NULL, state text NOT NULL,
                    name text NOT NULL CONSTRAINT nobody_is_poison CHECK (name <> 'poison'))
                """);
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
    public void handle(List<Received<OrganizationChanged>> batch) {
        batch.forEach(received -> seen.merge(received.key(), 1, Integer::sum));
        var newest = Received.newest(batch, OrganizationChanged::id, OrganizationChanged::revision, World::removed);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE_IN)) {
            statement.setArray(1, array(connection, "uuid", newest, OrganizationChanged::id));
            statement.setArray(2, array(connection, "bigint", newest, OrganizationChanged::revision));
            statement.setArray(3, array(connection, "text", newest, OrganizationChanged::state));
            statement.setArray(4, array(connection, "text", newest, OrganizationChanged::name));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many records of the organisation came in. */
    int seen(UUID id) {
        return seen.getOrDefault(id.toString(), 0);
    }

    private static Array array(
            Connection connection,
            String type,
            List<OrganizationChanged> rows,
            Function<OrganizationChanged, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    /** Revision by id, with a minus where the organisation has left. */
    Map<UUID, Long> known() {
        var known = new TreeMap<UUID, Long>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id, revision, state FROM known_organization")) {
            while (rows.next()) {
                long sign = rows.getString("state").equals("LEFT") ? -1 : 1;
                known.put(rows.getObject("id", UUID.class), sign * rows.getLong("revision"));
            }
            return known;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
