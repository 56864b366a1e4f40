package jp.kakawari.syncclient;

/** How a command ended, for scripts; of several lists the last one named here counts. */
enum Exit {
    OK(0),
    /** Everything that could be taken was; some rows were not. */
    ROWS_REJECTED(1),
    /** The command line makes no sense; nothing was sent. */
    WRONG_USE(2),
    /** Understood and refused, or something on this PC stands in the way: repeating it as it is won't help. */
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
