package jp.kakawari.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;

/** Ties that persons end. */
public final class TestTies {

    private TestTies() {}

    /** As the person does it. */
    public static void endedByThePerson(DataSource database, UUID supporter) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(Sql.run(
                            connection,
                            "update tie set ended_on = since, ended_by = 'PERSON' where supporter = ?",
                            supporter))
                    .isEqualTo(1);
        }
    }

    /** How many of somebody's ties stand. */
    public static long standing(DataSource database, UUID supporter) {
        return Sql.list(
                        database,
                        row -> row.getLong(1),
                        "select count(*) from tie where supporter = ? and ended_on is null",
                        supporter)
                .getFirst();
    }
}
