package jp.kakawari.registry.donation;

import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.web.InvalidBody;

/** How somebody gives (寄附の種類). */
public enum DonationType {
    HOMETOWN_TAX("ふるさと納税", "hometown tax", Activity.HOMETOWN_TAX_DONATION, Kind.PERSON),
    CORPORATE("企業版ふるさと納税", "corporate hometown tax", Activity.HOMETOWN_TAX_DONATION, Kind.ORGANIZATION),
    CROWDFUNDING("クラウドファンディング", "crowdfunding", Activity.CROWDFUNDING, null);

    private final String ja;
    private final String en;
    private final Activity activity;
    private final Kind of;

    DonationType(String ja, String en, Activity activity, Kind of) {
        this.ja = ja;
        this.en = en;
        this.activity = activity;
        this.of = of;
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

    /** A company gives as a company, a person as a person. */
    void mustBeOpenTo(Kind supporter) {
        if (of != null && of != supporter) {
            throw of == Kind.ORGANIZATION
                    ? new InvalidBody().at("/type", "is for organisations only", "企業版ふるさと納税は団体として登録された支援者だけが行えます")
                    : new InvalidBody().at("/type", "is for persons only", "団体の寄附は CORPORATE として記録してください");
        }
    }
}
