package jp.kakawari.web;

import java.sql.SQLException;

/** A throwable for the log: its types and places, without the messages, which may repeat what a person typed. */
final class WithoutMessages extends Exception {
    private static final int DEPTH = 10;

    private WithoutMessages(String name, StackTraceElement[] places, Throwable cause) {
        super(name, cause, false, true);
        setStackTrace(places);
    }

    static Throwable of(Throwable thrown) {
        return of(thrown, DEPTH);
    }

    private static Throwable of(Throwable thrown, int depth) {
        if (thrown == null || depth == 0) {
            return null;
        }
        String name = thrown.getClass().getName()
                + (thrown instanceof SQLException sql ? " with SQLSTATE " + sql.getSQLState() : "");
        return new WithoutMessages(name, thrown.getStackTrace(), of(thrown.getCause(), depth - 1));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
