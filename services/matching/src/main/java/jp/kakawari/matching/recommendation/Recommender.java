package jp.kakawari.matching.recommendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.matching.recommendation.Terms.Term;

/** Scores every program for one seeker and explains the best: a pure function of the index, the seeker and the time. */
final class Recommender {
    /** Shared rarity at which a text says half of what it can. */
    private static final double HALF = 1.0;

    private static final List<Feature> FEATURES = List.of(Feature.values());
    private static final double OF_PREFECTURE = 0.7;
    private static final double NEAR = 0.3;
    private static final double LONGING = 0.7;

    private final ProgramIndex index;
    private final Seeker seeker;
    private final Map<Feature, List<Term>> said = new EnumMap<>(Feature.class);
    private final Map<Feature, float[]> relevance = new EnumMap<>(Feature.class);
    private final Map<String, Double> places = new HashMap<>();

    Recommender(ProgramIndex index, Seeker seeker) {
        this.index = index;
        this.seeker = seeker;
        listen(Feature.INTEREST, seeker.interests());
        listen(Feature.WISH, seeker.wishes());
        listen(Feature.SKILL, seeker.skills());
        value(seeker.longings(), LONGING);
        value(seeker.ties(), 1);
    }

    /**
     * What to leave out and how many to name.
     *
     * @param openAt null takes closed windows too
     * @param registeredBy organisation whose people they are (対象団体), null for nobody's
     */
    record Wanted(int limit, Instant openAt, Set<UUID> without, UUID registeredBy) {}

    private record Scored(int slot, double score) {}

    /** The best first; equal scores in the order of their ids. */
    List<Recommendation> best(Wanted wanted) {
        List<Candidate> candidates = index.candidates();
        Comparator<Scored> worstFirst = Comparator.comparingDouble(Scored::score)
                .thenComparing(scored -> candidates.get(scored.slot()).id(), Comparator.reverseOrder());
        PriorityQueue<Scored> best = new PriorityQueue<>(worstFirst);
        for (int slot = 0; slot < candidates.size(); slot++) {
            Candidate candidate = candidates.get(slot);
            if (candidate != null && isFor(candidate, wanted)) {
                double score = score(slot, candidate);
                if (best.size() < wanted.limit() || score >= best.element().score()) {
                    best.add(new Scored(slot, score));
                }
                if (best.size() > wanted.limit()) {
                    best.remove();
                }
            }
        }
        return best.stream()
                .sorted(worstFirst.reversed())
                .map(scored -> explained(scored.slot(), candidates.get(scored.slot())))
                .toList();
    }

    private boolean isFor(Candidate candidate, Wanted wanted) {
        boolean reachable =
                seeker.mode() != Mode.ONLINE || candidate.mode() == Mode.ONLINE || candidate.mode() == Mode.HYBRID;
        return reachable
                && (wanted.openAt() == null || candidate.isOpen(wanted.openAt()))
                && candidate.isOpenTo(wanted.registeredBy())
                && !wanted.without().contains(candidate.id());
    }

    private double score(int slot, Candidate candidate) {
        double score = 0;
        for (Feature feature : FEATURES) {
            score += feature.weight() * value(feature, slot, candidate);
        }
        return score;
    }

    private Recommendation explained(int slot, Candidate candidate) {
        List<Reason> reasons = new ArrayList<>();
        for (Feature feature : FEATURES) {
            BigDecimal contribution = BigDecimal.valueOf(feature.weight() * value(feature, slot, candidate))
                    .setScale(4, RoundingMode.HALF_UP);
            if (contribution.signum() > 0) {
                reasons.add(new Reason(
                        feature, contribution, Sentences.of(feature, candidate, seeker, shared(feature, candidate))));
            }
        }
        reasons.sort(Comparator.comparing(Reason::contribution).reversed());
        return Recommendation.of(candidate, reasons);
    }

    private double value(Feature feature, int slot, Candidate candidate) {
        return switch (feature) {
            case INTEREST, WISH, SKILL -> said(feature, slot);
            case PLACE -> place(candidate);
            case RESIDENCE -> names(candidate.reaches(), seeker.prefecture());
            case AGE -> names(candidate.ages(), seeker.ageBand());
            case MODE -> fit(seeker.mode(), candidate.mode());
            case DEPTH -> seeker.beginner() == candidate.isLight() ? 1 : 0;
            case SMALL_TOWN -> candidate.smallness();
        };
    }

    private static double names(Set<String> named, String own) {
        return own != null && named.contains(own) ? 1 : 0;
    }

    private double said(Feature feature, int slot) {
        float[] shares = relevance.get(feature);
        return shares == null ? 0 : shares[slot] / (shares[slot] + HALF);
    }

    private double place(Candidate candidate) {
        double nearest = 0;
        if (!places.isEmpty()) {
            for (String place : candidate.places()) {
                nearest = Math.max(nearest, places.getOrDefault(place, 0.0));
            }
        }
        return nearest;
    }

    /** A municipality counts most, a prefecture that was named itself less, the prefecture around a municipality least. */
    private void value(Set<String> named, double most) {
        for (String place : named) {
            if (place.length() == 2) {
                places.merge(place, most * OF_PREFECTURE, Math::max);
            } else {
                places.merge(place, most, Math::max);
                places.merge(place.substring(0, 2), most * NEAR, Math::max);
            }
        }
    }

    /** How well a way of taking part that is offered suits the preferred one; 0 where either is not said. */
    static double fit(Mode preferred, Mode offered) {
        if (preferred == null || offered == null) {
            return 0;
        }
        if (preferred == offered) {
            return 1;
        }
        return preferred == Mode.HYBRID || offered == Mode.HYBRID ? 0.7 : 0;
    }

    private void listen(Feature feature, Text text) {
        if (!text.isEmpty()) {
            List<Term> terms = Terms.of(text);
            said.put(feature, terms);
            relevance.put(feature, index.relevance(terms));
        }
    }

    /** Up to three of the seeker's words that say most for the candidate. */
    private List<String> shared(Feature feature, Candidate candidate) {
        Map<String, Float> shares = new LinkedHashMap<>();
        for (Term term : said.getOrDefault(feature, List.of())) {
            float share = term.shown() == null ? 0 : index.share(term, candidate);
            if (share > 0) {
                shares.merge(term.shown(), share, Math::max);
            }
        }
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
    }
}
