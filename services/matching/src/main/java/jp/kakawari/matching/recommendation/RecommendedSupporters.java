package jp.kakawari.matching.recommendation;

import java.util.List;

/** Who could help with a need, best first. */
record RecommendedSupporters(List<RecommendedSupporter> items) {}
