package jp.kakawari.registry.group;

/** As what an organisation belongs to a group (会員区分). */
public enum MemberClass {
    GOVERNMENT("自治体会員", "government member"),
    REGULAR("一般会員", "regular member"),
    COOPERATING("協力会員", "cooperating member"),
    ADVISER("アドバイザー", "adviser");

    private final String ja;
    private final String en;

    MemberClass(String ja, String en) {
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
