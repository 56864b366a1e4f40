package jp.kakawari.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/** Creates databases, each with an owner of its own, on one PostgreSQL server. */
record Databases(int port) {
    static final String SUPERUSER = "postgres";

    /** duplicate_database and duplicate_object. */
    private static final Set<String> THERE_ALREADY = Set.of("42P04", "42710");

    /** The database of that name, owned by the user of that name; created when absent. */
    Database named(String name) {
        var database = new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, name);
        var admin = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(admin, SUPERUSER, SUPERUSER)) {
            createUnlessThere(connection, "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(name, name));
            createUnlessThere(connection, "CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(name, name));
            return database;
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL on port " + port + " refused to create database " + name, e);
        }
    }

    private static void createUnlessThere(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!THERE_ALREADY.contains(e.getSQLState())) {
                throw e;
            }
        }
    }
}
