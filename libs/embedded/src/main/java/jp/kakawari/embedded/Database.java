package jp.kakawari.embedded;

/**
 * A PostgreSQL database with its two users: the service's own, who has rows, and the owner, who has the tables and runs the
 * migrations.
 */
public record Database(String jdbcUrl, String user, String password, String owner, String ownerPassword) {}
