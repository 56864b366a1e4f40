package jp.kakawari.registry.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody's data may be used for (同意の目的). */
@Schema(name = "ConsentPurpose", description = "同意の目的, see /v1/code-lists/consent-purposes")
public enum Purpose {
    /** To a municipality it is the same as メール配信同意 of the tie. */
    MAIL("メール配信", "news by e-mail"),
    POSTAL("郵送", "news by post"),
    MATCHING("マッチング", "being found and asked by their skills"),
    PROVISION("第三者提供", "provision to a third party"),
    DISASTER_CALL("災害時の呼びかけ", "being called on after a disaster"),
    RESEARCH("調査", "surveys and research");

    private final String ja;
    private final String en;

    Purpose(String ja, String en) {
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
