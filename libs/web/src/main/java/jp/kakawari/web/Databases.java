package jp.kakawari.web;

import java.sql.SQLException;

/** What PostgreSQL's SQLSTATE says about who is to blame. */
final class Databases {
    private Databases() {}

    /** The text of a request can't be stored: NUL, or bytes that are no character (22021, 22P05). */
    static boolean refusesText(SQLException sql) {
        return "22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState());
    }

    /** A date or time of a request lies outside of what can be stored, or is none (22007, 22008). */
    static boolean refusesTime(SQLException sql) {
        return "22007".equals(sql.getSQLState()) || "22008".equals(sql.getSQLState());
    }

    /**
     * Connection lost or refused (08, 57P), out of resources (53), deadlock or serialization failure (40), or no free
     * connection in the pool (Agroal says so in words only).
     */
    static boolean isUnavailable(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            return String.valueOf(sql.getMessage()).contains("acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.startsWith("40");
    }
}
