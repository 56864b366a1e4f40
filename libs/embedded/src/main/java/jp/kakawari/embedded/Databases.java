package jp.kakawari.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/** Creates databases on one PostgreSQL server, each with an owner and a service's user of its own. */
record Databases(int port) {
    static final String SUPERUSER = "postgres";

    /** duplicate_database and duplicate_object. */
    private static final Set<String> THERE_ALREADY = Set.of("42P04", "42710");

    /**
     * The database of that name with the service's user of that name, owned by {@code <name>_owner}; created when absent.
     * What the service's user still owned, from the time when there was no other one, is handed over to the owner.
     */
    Database named(String name) {
        var owner = name + "_owner";
        var database = new Database(url(name), name, name, owner, owner);
        try (var admin = admin("postgres")) {
            createUnlessThere(admin, "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(owner, owner));
            createUnlessThere(admin, "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(name, name));
            createUnlessThere(admin, "CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(name, owner));
            if (owns(admin, name)) {
                handOver(name, owner);
            }
            return database;
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL on port " + port + " refused to create database " + name, e);
        }
    }

    private void handOver(String name, String owner) throws SQLException {
        try (var admin = admin(name);
                var statement = admin.createStatement()) {
            statement.execute("REASSIGN OWNED BY \"%s\" TO \"%s\"".formatted(name, owner));
        }
    }

    private static boolean owns(Connection admin, String name) throws SQLException {
        try (var query = admin.prepareStatement("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                return row.next() && name.equals(row.getString(1));
            }
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

    private Connection admin(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, SUPERUSER);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
