package jp.kakawari.registry.subscription;

import jp.kakawari.contracts.Activity;

/** What somebody does again and again (継続支援の種類); none of it is a visit. */
public enum SubscriptionKind {
    DONATION("継続寄附", "recurring donation", Activity.HOMETOWN_TAX_DONATION),
    ELECTRICITY("ふるさと納電", "electricity from the region", Activity.LOCAL_PRODUCT_PURCHASE),
    PRODUCE("特産品の定期購入", "produce by subscription", Activity.LOCAL_PRODUCT_PURCHASE),
    OWNERSHIP("オーナー制度", "owning a field or tree", Activity.LOCAL_PRODUCT_PURCHASE);

    private final String ja;
    private final String en;
    private final Activity activity;

    SubscriptionKind(String ja, String en, Activity activity) {
        this.ja = ja;
        this.en = en;
        this.activity = activity;
    }

    /** The Japanese name. */
    public String ja() {
        return ja;
    }

    /** The English name. */
    public String en() {
        return en;
    }

    Activity activity() {
        return activity;
    }
}
