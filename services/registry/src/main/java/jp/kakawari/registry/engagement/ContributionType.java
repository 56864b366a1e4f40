package jp.kakawari.registry.engagement;

/** For what somebody's engagement helped (貢献の種類), whatever they did for it. */
public enum ContributionType {
    KNOWLEDGE("知見の提供", "giving knowledge"),
    LOCAL_ACTIVITY("地域活動への参加", "taking part in local activities"),
    PROMOTION("魅力の発信", "telling others"),
    DONATION("ふるさと納税・寄附", "giving money"),
    TRIAL_STAY("移住体験", "trial stay"),
    REPEATED_VISIT("継続的な来訪", "coming again and again"),
    SALES_CHANNEL("特産品の販路開拓", "finding sales channels"),
    BUSINESS_ATTRACTION("企業の誘致", "inviting companies");

    private final String ja;
    private final String en;

    ContributionType(String ja, String en) {
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
