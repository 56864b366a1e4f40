package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Plain statements on a connection whose transaction the caller owns. */
public final class Sql {

    private Sql() {}

    /** Reads one row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement and tells how many rows it touched. */
    public static int run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** All rows of a query. */
    public static <T> List<T> list(Connection connection, RowReader<T> reader, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    /** All rows of one query in a transaction of its own. */
    public static <T> List<T> list(DataSource database, RowReader<T> reader, String sql, Object... parameters) {
        try (Connection connection = database.getConnection()) {
            return list(connection, reader, sql, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException("a query failed", failed);
        }
    }

    /** An array of texts, which is not null. */
    public static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** The driver sends strings, and only strings, as they are; anything else it writes as the text of an array. */
    private static String[] strings(List<?> texts) {
        return texts.stream().map(text -> Objects.toString(text, null)).toArray(String[]::new);
    }

    /** A day of a native query, whichever of the two classes it comes as; null stays null. */
    public static LocalDate date(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(
                    i + 1,
                    switch (parameters[i]) {
                        case List<?> texts -> connection.createArrayOf("text", strings(texts));
                        case byte[][] values -> connection.createArrayOf("bytea", values);
                        case null -> null;
                        case Object value -> value;
                    });
        }
        return statement;
    }
}
