package jp.kakawari.matching.recommendation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import jp.kakawari.contracts.catalog.NeedChanged;

/**
 * How well the words of supporters fit those of one need. Many people say the same, so what was found for a phrase is
 * kept, in bounds. Not thread-safe.
 */
final class NeedWords {
    /** One kanji in common makes no skill and no interest. */
    private static final double FAINT = 0.16;

    private static final int SHOWN = 3;
    private static final int KEPT = 10_000;

    private final Gist whole;
    private final List<Gist> wanted;
    private final Map<String, double[]> skills = new Recent<>();
    private final Map<String, Double> interests = new Recent<>();

    NeedWords(NeedChanged need) {
        List<String> named = need.skills() == null ? List.of() : need.skills();
        whole = Gist.of(need.title() + "、" + need.description() + "、" + String.join("、", named));
        wanted = named.stream().map(Gist::of).toList();
    }

    /** Whether it names what helpers should be able to do. */
    boolean wantsSkills() {
        return !wanted.isEmpty();
    }

    /** Which part of the wanted skills somebody has; where none is named, how near the nearest one is to the need. */
    double skilled(List<String> said) {
        double[] best = new double[Math.max(1, wanted.size())];
        for (String skill : said) {
            double[] fits = fits(skill);
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.max(best[i], fits[i]);
            }
        }
        return DoubleStream.of(best).sum() / best.length;
    }

    double interested(List<String> said) {
        return said.stream().mapToDouble(this::about).max().orElse(0);
    }

    /** Up to three of somebody's skills that fit best. */
    List<String> fittingSkills(List<String> said) {
        return fitting(said, skill -> DoubleStream.of(fits(skill)).max().orElse(0));
    }

    List<String> fittingInterests(List<String> said) {
        return fitting(said, this::about);
    }

    private static List<String> fitting(List<String> said, ToDoubleFunction<String> fit) {
        return said.stream()
                .distinct()
                .filter(phrase -> fit.applyAsDouble(phrase) > 0)
                .sorted(Comparator.comparingDouble(fit).reversed())
                .limit(SHOWN)
                .toList();
    }

    private double[] fits(String skill) {
        return skills.computeIfAbsent(skill, unknown -> {
            Gist gist = Gist.of(unknown);
            return wantsSkills()
                    ? wanted.stream()
                            .mapToDouble(one -> audible(one.sharedWith(gist)))
                            .toArray()
                    : new double[] {audible(gist.sharedWith(whole))};
        });
    }

    private double about(String interest) {
        return interests.computeIfAbsent(
                interest, unknown -> audible(Gist.of(unknown).sharedWith(whole)));
    }

    private static double audible(double fit) {
        return fit < FAINT ? 0 : fit;
    }

    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;

        private Recent() {
            super(16, 0.75f, true);
        }

        // The inherited one would count an eviction during a computation as an interference.
        @Override
        public V computeIfAbsent(String key, Function<? super String, ? extends V> make) {
            V known = get(key);
            if (known == null) {
                known = make.apply(key);
                put(key, known);
            }
            return known;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > KEPT;
        }
    }
}
