package jp.kakawari.registry.personal;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Refuses to start as a database user who could change or drop the record of reads: it would prove nothing. */
@ApplicationScoped
class RefuseRightsOverReads {

    private final DataSource database;

    RefuseRightsOverReads(DataSource database) {
        this.database = database;
    }

    void check(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) throws SQLException {
        if (mayRewriteReads()) {
            throw new IllegalStateException("the service's database user could rewrite personal_read: give it a user of"
                    + " its own (quarkus.datasource.username), other than the owner's (quarkus.flyway.username)");
        }
    }

    private boolean mayRewriteReads() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select bool_or(pg_has_role(relowner, 'member')
                            or has_table_privilege(oid, 'update, delete, truncate, trigger'))
                        from pg_class
                        where oid = any(array['personal_read', 'consent_history', 'provision']::regclass[])""")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
