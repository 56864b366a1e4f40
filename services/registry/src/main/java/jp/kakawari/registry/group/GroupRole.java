package jp.kakawari.registry.group;

/** What an organisation does in a group (グループでの役割). */
public enum GroupRole {
    CHAIR("会長・部会長", "chair"),
    VICE_CHAIR("副会長・副部会長", "vice chair"),
    SECRETARIAT("事務局", "secretariat"),
    MEMBER("会員", "member");

    private final String ja;
    private final String en;

    GroupRole(String ja, String en) {
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
