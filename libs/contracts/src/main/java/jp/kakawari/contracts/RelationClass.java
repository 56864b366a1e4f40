package jp.kakawari.contracts;

/**
 * Relation classes (関わり方の分類) of the ministry's 2020 survey, in order of precedence: the class of a person is the
 * first one that an activity of theirs belongs to. 訪問系 and 非訪問系 can both hold for one person.
 */
public enum RelationClass {
    DIRECT_CONTRIBUTION("直接寄与型"),
    WORK_ON_SITE("就労型（直接関与）"),
    TELEWORK("就労型（テレワーク等）"),
    EXCHANGE("参加・交流型"),
    HOBBY_CONSUMPTION("趣味・消費型"),
    NON_VISITING("非訪問系");

    private final String ja;

    RelationClass(String ja) {
        this.ja = ja;
    }

    /** The survey's Japanese name. */
    public String ja() {
        return ja;
    }

    /** Whether it is one of 訪問系 1–5. */
    public boolean visiting() {
        return this != NON_VISITING;
    }
}
