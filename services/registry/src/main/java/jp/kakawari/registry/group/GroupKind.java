package jp.kakawari.registry.group;

/** What a group of organisations is (団体グループの種別). */
public enum GroupKind {
    COUNCIL("協議会", "council"),
    COMMITTEE("部会", "committee"),
    NETWORK("ネットワーク", "network");

    private final String ja;
    private final String en;

    GroupKind(String ja, String en) {
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
