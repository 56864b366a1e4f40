package jp.kakawari.outbox;

/** The database refused an event; the transaction that it belongs to can't commit. */
public class NotAppended extends RuntimeException {

    NotAppended(Throwable cause) {
        super("the event could not be written to the outbox: " + cause.getMessage(), cause);
    }
}
