package jp.kakawari.matching.recommendation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.State;
import jp.kakawari.matching.recommendation.Terms.Term;

/** The published programs by the terms that they are about. Not thread-safe: {@link LiveIndex} guards it. */
final class ProgramIndex {
    private static final float SATURATION = 1.2f;

    private final Map<UUID, Long> revisions = new HashMap<>();
    private final Map<UUID, Integer> slots = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<String, Postings> postings = new HashMap<>();

    /** Whether nothing as new is known of the program. */
    boolean isNews(ProgramChanged program) {
        return revisions.getOrDefault(program.id(), Long.MIN_VALUE) < program.revision();
    }

    /** Takes over a state of a program unless as new a one is known. */
    void put(ProgramChanged program) {
        put(program, program.state() == State.PUBLISHED ? Candidate.of(program) : null);
    }

    /** The same, with the candidate already made of it; null for a program that isn't published. */
    void put(ProgramChanged program, Candidate candidate) {
        if (isNews(program)) {
            revisions.put(program.id(), program.revision());
            remove(program.id());
            if (candidate != null) {
                add(candidate);
            }
        }
    }

    int size() {
        return slots.size();
    }

    /** The candidate in each slot, null where none is. */
    List<Candidate> candidates() {
        return Collections.unmodifiableList(candidates);
    }

    /** How much each slot shares with a text: the sum over shared terms of their rarity, weight and frequency. */
    float[] relevance(List<Term> query) {
        float[] sum = new float[candidates.size()];
        weights(query).forEach((key, weight) -> {
            Postings found = postings.get(key);
            if (found != null) {
                found.add(sum, weight * rarity(found.size));
            }
        });
        return sum;
    }

    /** How much one term of a text speaks for a candidate. */
    float share(Term term, Candidate candidate) {
        float frequency = candidate.terms().frequency(term.key());
        return frequency == 0 ? 0 : term.weight() * rarity(postings.get(term.key()).size) * frequency;
    }

    private static Map<String, Float> weights(List<Term> query) {
        Map<String, Float> weights = new HashMap<>();
        query.forEach(term -> weights.merge(term.key(), term.weight(), Math::max));
        return weights;
    }

    /** Between 0 (in every program) and 1 (in none), whatever the number of programs. */
    private float rarity(int programs) {
        double all = slots.size();
        return (float) (Math.log((all + 1) / (programs + 0.5)) / Math.log((all + 1) / 0.5));
    }

    private void add(Candidate candidate) {
        int slot = free.isEmpty() ? candidates.size() : free.pop();
        if (slot == candidates.size()) {
            candidates.add(candidate);
        } else {
            candidates.set(slot, candidate);
        }
        slots.put(candidate.id(), slot);
        candidate.terms().share(key -> postings.computeIfAbsent(key, Postings::new).key);
        candidate.terms().forEach((key, frequency) -> postings.get(key).put(slot, frequency));
    }

    private void remove(UUID id) {
        Integer slot = slots.remove(id);
        if (slot != null) {
            candidates
                    .get(slot)
                    .terms()
                    .forEach((key, frequency) -> postings.computeIfPresent(key, (k, of) -> of.without(slot)));
            candidates.set(slot, null);
            free.push(slot);
        }
    }

    /** A frequency between 0 and 1 that a repeated term raises less and less. */
    static float saturated(float count) {
        return count / (count + SATURATION);
    }

    private static final class Postings {
        private final String key;
        private int[] slots = new int[2];
        private float[] frequencies = new float[2];
        private int size;

        private Postings(String key) {
            this.key = key;
        }

        private void put(int slot, float frequency) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
                frequencies = Arrays.copyOf(frequencies, size * 2);
            }
            slots[size] = slot;
            frequencies[size++] = frequency;
        }

        private Postings without(int slot) {
            for (int i = 0; i < size; i++) {
                if (slots[i] == slot) {
                    size--;
                    slots[i] = slots[size];
                    frequencies[i] = frequencies[size];
                    break;
                }
            }
            return size == 0 ? null : this;
        }

        private void add(float[] sum, float weight) {
            for (int i = 0; i < size; i++) {
                sum[slots[i]] += weight * frequencies[i];
            }
        }
    }
}
