package jp.kakawari.contracts;

/** Where one takes part (参加形態). */
public enum Mode {
    ONSITE("現地"),
    ONLINE("オンライン"),
    URBAN("都市部"),
    HYBRID("現地とオンライン・都市部の併用");

    private final String ja;

    Mode(String ja) {
        this.ja = ja;
    }

    /** The Japanese name. */
    public String ja() {
        return ja;
    }
}
