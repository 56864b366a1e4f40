package jp.kakawari.registry.contactpoint;

/** What a contact point is (窓口の種別). */
public enum ContactPointKind {
    CENTER("移住・関係人口総合センター", "centre for migration and relation"),
    GUIDE_DESK("関係案内所", "guide desk");

    private final String ja;
    private final String en;

    ContactPointKind(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    /** The Japanese name. */
    public String ja() {
        return ja;
    }

    /** The English name. */
    public String en() {
        return en;
    }
}
