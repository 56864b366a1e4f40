package jp.kakawari.registry.agreement;

/** What was agreed on (協定の種別). */
public enum AgreementType {
    COOPERATION("連携協約", "cooperation of municipalities"),
    PARTNERSHIP("連携協定", "partnership with a company or university"),
    MUTUAL_SUPPORT("相互応援協定", "mutual support in disasters"),
    SISTER_CITY("姉妹・友好都市提携", "sister or friendship city");

    private final String ja;
    private final String en;

    AgreementType(String ja, String en) {
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
