package jp.kakawari.contracts;

/** The four steps of a deepening tie (関わりの段階), after 三好市's つかむ・あたためる・うながす・つながる. */
public enum Stage {
    CATCH("つかむ"),
    WARM("あたためる"),
    ENCOURAGE("うながす"),
    CONNECT("つながる");

    private final String ja;

    Stage(String ja) {
        this.ja = ja;
    }

    /** The Japanese name. */
    public String ja() {
        return ja;
    }
}
