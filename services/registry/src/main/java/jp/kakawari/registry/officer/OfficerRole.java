package jp.kakawari.registry.officer;

/** An office of a municipality (役職). */
public enum OfficerRole {
    CKO("CKO（関係人口最高責任者）", "chief relationship officer"),
    COORDINATOR("関係人口コーディネーター", "coordinator"),
    AMBASSADOR("大使・応援大使", "ambassador"),
    GUIDE("関係案内人", "guide");

    private final String ja;
    private final String en;

    OfficerRole(String ja, String en) {
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
