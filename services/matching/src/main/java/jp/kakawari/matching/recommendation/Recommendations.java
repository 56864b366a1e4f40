package jp.kakawari.matching.recommendation;

import java.util.List;

/** What a recommendation answers, best first. */
record Recommendations(List<Recommendation> items) {}
