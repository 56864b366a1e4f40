package jp.kakawari.registry.supporter;

import jp.kakawari.registry.personal.Personal;

/** How sure it is who somebody is (本人確認の程度). */
public enum Assurance {
    /** Nothing but an SNS account by which they could be reached. */
    LOW("SNSアカウントのみ", "SNS account only"),
    /** As whoever registered them says; nobody has verified it. */
    MEDIUM("登録者の申告による", "as their registrant says"),
    /** They proved that the e-mail address is theirs, and it is still the same. */
    VERIFIED("メールアドレス確認済み", "e-mail address verified");

    private final String ja;
    private final String en;

    Assurance(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    public static Assurance of(Personal personal) {
        boolean reached = personal.email() != null || personal.phone() != null || personal.address() != null;
        return personal.snsAccount() != null && !reached ? LOW : MEDIUM;
    }

    /** The Japanese wording. */
    public String ja() {
        return ja;
    }

    /** The English wording. */
    public String en() {
        return en;
    }
}
