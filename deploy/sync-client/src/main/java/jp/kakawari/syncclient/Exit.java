package jp.kakawari.syncclient;

/** How a command ended, for scripts; 2 is picocli's own for a wrong command line. */
enum Exit {
    OK(0),
    /** Everything that could be taken was; some rows were not. */
    ROWS_REJECTED(1),
    /** The registry understood and said no, or the list failed: repeating it as it is won't help. */
    REFUSED(3),
    /** Nobody answered, or not now: repeat it later. */
    UNREACHABLE(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    Exit worse(Exit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
