package jp.kakawari.registry.contactpoint;

/** Whom a desk is for (窓口の対象者): the classes 1 to 3 of the survey of desks; a desk may have several. */
public enum Target {
    MIGRATION("移住希望者", "people who want to migrate"),
    RELATION("関係人口", "people with a relation to the region"),
    DUAL_RESIDENCE("二地域居住者", "people who live in two regions");

    private final String ja;
    private final String en;

    Target(String ja, String en) {
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
