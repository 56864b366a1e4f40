package jp.kakawari.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What is recorded of reads stays, whatever somebody tries who has taken over the service. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ReadsStayTest {

    private static final String NOT_ALLOWED = "42501";
    private static final String A_READ = """
            insert into personal_read (reader_subject, supporter, purpose)
            values ('service-account-hida', gen_random_uuid(), 'RECORD')""";

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void the_service_adds_reads_and_sees_them() throws SQLException {
        try (Connection service = database.getConnection();
                var statement = service.createStatement()) {
            assertThat(statement.executeUpdate(A_READ)).isEqualTo(1);
            try (var row = statement.executeQuery("select count(*) from personal_read")) {
                row.next();
                assertThat(row.getLong(1)).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update personal_read set purpose = 'OTHER'",
                "update personal_read set purpose = 'OTHER' where false",
                "delete from personal_read",
                "truncate personal_read",
                "drop trigger personal_read_stays on personal_read",
                "create trigger t before insert on personal_read for each row execute function personal_read_stays()",
                "alter table personal_read disable trigger all",
                "alter table personal_read disable trigger personal_read_stays",
                "alter table personal_read add column note text",
                "alter table personal_read owner to current_user",
                "alter table personal_read rename to read_before",
                "create rule forget as on insert to personal_read do instead nothing",
                "create policy forget on personal_read using (false)",
                "drop table personal_read",
                "drop function personal_read_stays() cascade",
                "alter function personal_read_stays() owner to current_user",
                "create or replace function personal_read_stays() returns trigger language plpgsql as 'begin return null; end'",
                "create table public.personal_read_copy as select * from personal_read",
                "lock table personal_read in access exclusive mode",
                "set session_replication_role = replica",
                "delete from flyway_schema_history",
                "select * from flyway_schema_history",
                "drop schema public cascade"
            })
    void the_service_can_not_change_them(String attempt) {
        assertThatThrownBy(() -> execute(database.getConnection(), attempt))
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(NOT_ALLOWED);
    }

    @Test
    void the_service_can_not_become_the_owner() {
        for (String attempt : List.of("set role ", "set session authorization ")) {
            assertThatThrownBy(() -> execute(database.getConnection(), attempt + '"' + owner + '"'))
                    .asInstanceOf(type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo(NOT_ALLOWED);
        }
    }

    @Test
    void the_service_can_not_give_itself_more() throws SQLException {
        execute(database.getConnection(), "grant all on personal_read to current_user");
        assertThatThrownBy(() -> execute(database.getConnection(), "delete from personal_read"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void even_the_owner_is_stopped_by_the_trigger() {
        for (String attempt : List.of(
                "update personal_read set purpose = 'OTHER'", "delete from personal_read", "truncate personal_read")) {
            assertThatThrownBy(() -> execute(DriverManager.getConnection(url, owner, password), attempt))
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void a_service_that_owns_the_tables_does_not_start() {
        var asOwner = new RefuseRightsOverReads(new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return DriverManager.getConnection(url, owner, password);
            }
        });
        assertThatThrownBy(() -> asOwner.check(null)).hasMessageContaining("quarkus.datasource.username");
        assertThatCode(() -> new RefuseRightsOverReads(database).check(null)).doesNotThrowAnyException();
    }

    private static void execute(Connection opened, String sql) throws SQLException {
        try (opened;
                var statement = opened.createStatement()) {
            opened.setAutoCommit(false);
            statement.execute(sql);
            opened.commit();
        }
    }
}
