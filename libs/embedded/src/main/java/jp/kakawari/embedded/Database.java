package jp.kakawari.embedded;

/** A PostgreSQL database together with the user that owns it. */
public record Database(String jdbcUrl, String user, String password) {}
