package jp.kakawari.matching.recommendation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.matching.supporter.Reachable;

/**
 * Ranks supporters for one need and explains the best, in one pass that remembers no more than these: a pure function of
 * the need and of whom it considers, in whatever order. Who can do nothing of what a need names is left out. Equals take
 * turns: which of them comes first differs from need to need, and is the same each time for one need.
 */
final class SupporterRanking {
    private static final List<Feature> FEATURES =
            List.of(Feature.SKILL, Feature.INTEREST, Feature.RESIDENCE, Feature.DEPTH, Feature.MODE);
    private static final int DIGITS = 4;
    private static final double UNITS = Math.pow(10, DIGITS);
    private static final Comparator<Ranked> WORST_FIRST = Comparator.comparingInt(Ranked::score)
            .thenComparingLong(Ranked::turn)
            .thenComparing(ranked -> ranked.supporter().id());

    private final NeedChanged need;
    private final int limit;
    private final NeedWords words;
    private final Nearness nearness;
    private final PriorityQueue<Ranked> best = new PriorityQueue<>(WORST_FIRST);

    /** Scores are in ten-thousandths, so that what is shown adds up and is what was compared. */
    private record Ranked(Reachable supporter, int score, long turn) {}

    SupporterRanking(NeedChanged need, int limit) {
        this.need = need;
        this.limit = limit;
        this.words = new NeedWords(need);
        this.nearness = new Nearness(new LocalGovernmentCode(need.municipality()));
    }

    void consider(Reachable supporter) {
        if (words.wantsSkills() && words.skilled(supporter.skills()) == 0) {
            return;
        }
        int score = 0;
        for (Feature feature : FEATURES) {
            score += contribution(feature, supporter);
        }
        if (best.size() < limit || score >= best.element().score()) {
            best.add(new Ranked(supporter, score, turn(supporter.id())));
        }
        if (best.size() > limit) {
            best.remove();
        }
    }

    /** The best of those considered so far, the very best first. */
    List<RecommendedSupporter> best() {
        return best.stream()
                .sorted(WORST_FIRST.reversed())
                .map(ranked -> explained(ranked.supporter()))
                .toList();
    }

    private RecommendedSupporter explained(Reachable supporter) {
        List<Reason> reasons = new ArrayList<>();
        for (Feature feature : FEATURES) {
            BigDecimal contribution = BigDecimal.valueOf(contribution(feature, supporter), DIGITS);
            if (contribution.signum() > 0) {
                reasons.add(new Reason(
                        feature,
                        contribution,
                        NeedSentences.of(feature, supporter, shared(feature, supporter), nearness)));
            }
        }
        reasons.sort(Comparator.comparing(Reason::contribution).reversed());
        return RecommendedSupporter.of(supporter.id(), reasons);
    }

    private int contribution(Feature feature, Reachable supporter) {
        return (int) Math.round(feature.weightForNeed() * value(feature, supporter) * UNITS);
    }

    private double value(Feature feature, Reachable supporter) {
        return switch (feature) {
            case SKILL -> words.skilled(supporter.skills());
            case INTEREST -> words.interested(supporter.interests());
            case RESIDENCE -> nearness.of(supporter.prefecture(), supporter.resident());
            case DEPTH -> depth(supporter.stage());
            case MODE -> Recommender.fit(supporter.mode(), need.mode());
            case WISH, PLACE, AGE, SMALL_TOWN -> 0;
        };
    }

    private List<String> shared(Feature feature, Reachable supporter) {
        return switch (feature) {
            case SKILL -> words.fittingSkills(supporter.skills());
            case INTEREST -> words.fittingInterests(supporter.interests());
            default -> List.of();
        };
    }

    private static double depth(Stage stage) {
        return stage == null ? 0 : (stage.ordinal() + 1.0) / Stage.values().length;
    }

    /** A number that looks drawn by lot and is the same each time (the finaliser of SplitMix64). */
    private long turn(UUID supporter) {
        long mixed = need.id().getMostSignificantBits() ^ supporter.getMostSignificantBits();
        mixed = mixed * 31 + (need.id().getLeastSignificantBits() ^ supporter.getLeastSignificantBits());
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
