package jp.kakawari.matching.recommendation;

/**
 * What speaks for a program, and for a supporter who could help with a need. A feature contributes its weight times a
 * value between 0 and 1; the weights of each kind sum to 1.
 */
enum Feature {
    /** Interests (関心) against title, themes, activities, audience and summary; against the words of a need. */
    INTEREST(0.40, 0.18),
    /** Wishes (希望・できる時期) against the same. */
    WISH(0.14, 0),
    /** Skills (できること) against the same; against those that a need wants. */
    SKILL(0.10, 0.50),
    /** A tie to, or interest in, one of its municipalities or prefectures (縁・行きたい地域). */
    PLACE(0.15, 0),
    /** It turns to people who live where the supporter lives (居住地); they live near the need. */
    RESIDENCE(0.05, 0.14),
    /** It turns to the supporter's age (年代). */
    AGE(0.03, 0),
    /** The way of taking part that they prefer (参加形態). */
    MODE(0.05, 0.06),
    /** A light program for a beginner, one that solves issues for the experienced; a deep tie (関わりの段階). */
    DEPTH(0.05, 0.12),
    /** Fair exposure: small municipalities come first among equals (小規模自治体). */
    SMALL_TOWN(0.03, 0);

    private final double weight;
    private final double weightForNeed;

    Feature(double weight, double weightForNeed) {
        this.weight = weight;
        this.weightForNeed = weightForNeed;
    }

    double weight() {
        return weight;
    }

    /** 0 for what says nothing of a supporter. */
    double weightForNeed() {
        return weightForNeed;
    }
}
