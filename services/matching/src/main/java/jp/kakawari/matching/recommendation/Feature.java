package jp.kakawari.matching.recommendation;

/** What speaks for a program. A feature contributes its weight times a value between 0 and 1; the weights sum to 1. */
enum Feature {
    /** Interests (関心) against title, themes, activities, audience and summary. */
    INTEREST(0.40),
    /** Wishes (希望・できる時期) against the same. */
    WISH(0.14),
    /** Skills (できること) against the same. */
    SKILL(0.10),
    /** A tie to, or interest in, one of its municipalities or prefectures (縁・行きたい地域). */
    PLACE(0.15),
    /** It turns to people who live where the supporter lives (居住地). */
    RESIDENCE(0.05),
    /** It turns to the supporter's age (年代). */
    AGE(0.03),
    /** The way of taking part that they prefer (参加形態). */
    MODE(0.05),
    /** A light program for a beginner, one that solves issues for the experienced (関わりの段階). */
    DEPTH(0.05),
    /** Fair exposure: small municipalities come first among equals (小規模自治体). */
    SMALL_TOWN(0.03);

    private final double weight;

    Feature(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
