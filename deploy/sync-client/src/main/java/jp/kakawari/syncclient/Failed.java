package jp.kakawari.syncclient;

/** Ends a command with a message for its user. */
class Failed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Exit exit;

    Failed(Exit exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }

    /** Whether it may be over by the next turn without anybody changing a setting. */
    boolean mayPass() {
        return exit == Exit.UNREACHABLE;
    }
}
