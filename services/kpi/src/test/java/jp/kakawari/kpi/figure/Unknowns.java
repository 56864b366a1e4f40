package jp.kakawari.kpi.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Counts that are not told, 1 or more each, and what is known of some of them together. */
final class Unknowns {
    private static final double ENOUGH = 1000;

    /** The sum of counts, each so many times, equals the value or is no less. */
    private record Known(Map<Integer, Integer> terms, Relationship relationship, double value) {

        /** The same of what each count has more than 1. */
        LinearConstraint beyondOne(int[] numbers, int size) {
            int ones = terms.values().stream().mapToInt(Integer::intValue).sum();
            return new LinearConstraint(coefficients(terms, numbers, size), relationship, value - ones);
        }
    }

    private final double[] truth;
    private final List<List<Known>> about;

    Unknowns(double[] truth) {
        this.truth = truth.clone();
        about = Arrays.stream(truth)
                .mapToObj(_ -> (List<Known>) new ArrayList<Known>())
                .toList();
    }

    void learn(Map<Integer, Integer> terms, Relationship relationship, double value) {
        var known = new Known(terms, relationship, value);
        terms.keySet().forEach(count -> about.get(count).add(known));
    }

    /** How large the sum may be for all that is known: counts that agree with it, one per unknown. */
    double[] largest(Map<Integer, Integer> terms) {
        if (terms.isEmpty()) {
            return truth;
        }
        BitSet together = together(terms);
        int[] numbers = new int[truth.length];
        int size = 0;
        for (int count : together.stream().toArray()) {
            numbers[count] = size++;
        }
        double[] objective = coefficients(terms, numbers, size);
        List<LinearConstraint> constraints = new ArrayList<>();
        for (Known known : together.stream()
                .boxed()
                .flatMap(count -> about.get(count).stream())
                .distinct()
                .toList()) {
            constraints.add(known.beyondOne(numbers, size));
        }
        constraints.add(new LinearConstraint(objective, Relationship.LEQ, ENOUGH));
        double[] beyondOne = new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true),
                        new MaxIter(20_000))
                .getPoint();
        double[] possible = truth.clone();
        together.stream().forEach(count -> possible[count] = 1 + beyondOne[numbers[count]]);
        return possible;
    }

    /** All that hang together with these; the others are as they are. */
    private BitSet together(Map<Integer, Integer> terms) {
        BitSet together = new BitSet();
        var next = new ArrayDeque<>(terms.keySet());
        while (!next.isEmpty()) {
            int count = next.remove();
            if (!together.get(count)) {
                together.set(count);
                about.get(count).forEach(known -> next.addAll(known.terms.keySet()));
            }
        }
        return together;
    }

    private static double[] coefficients(Map<Integer, Integer> terms, int[] numbers, int size) {
        double[] coefficients = new double[size];
        terms.forEach((count, times) -> coefficients[numbers[count]] = times);
        return coefficients;
    }
}
