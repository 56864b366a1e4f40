package jp.kakawari.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All that the registry leaves in its database, as the owner of it sees it, and in its topics. */
@ApplicationScoped
public class Traces {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    /** Every row of every table with all its columns; binary columns as hexadecimal digits. */
    public List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : query("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')""")) {
            rows.addAll(query("select '" + table + " ' || t::text from " + table + " t"));
        }
        return rows;
    }

    /** Every event with its key and headers. */
    public List<String> records() {
        return Stream.of(Topic.values())
                .flatMap(topic -> Parts.shared().topics().all(prefix + topic.value()).stream())
                .map(record -> record.key() + " " + record.value() + " " + headers(record))
                .toList();
    }

    private static String headers(ConsumerRecord<String, String> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    /** The first column of a query. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    /** The sessions that wait for a lock of that one. */
    public List<String> waitingFor(String session) throws SQLException {
        return query("select pid from pg_stat_activity where %s = any(pg_blocking_pids(pid))".formatted(session));
    }

    /** Whatever the owner of the database may do. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }
}
