package jp.kakawari.embedded;

/** A part that can't be started or doesn't come up. The message is one line for the person at the terminal. */
public class PartFailed extends RuntimeException {
    public PartFailed(String message) {
        super(message);
    }

    PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
