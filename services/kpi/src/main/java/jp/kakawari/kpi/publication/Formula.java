package jp.kakawari.kpi.publication;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;

/** How a published figure follows from its inputs; exact decimals, rounded only at the end. */
public enum Formula {
    /** a₁ + a₂ + …; what is taken off is negative. */
    SUM(terms -> terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
    /** a₁ × a₂ × … */
    PRODUCT(terms -> terms.stream().reduce(BigDecimal.ONE, BigDecimal::multiply)),
    /** a ÷ b */
    RATIO(terms -> ratio(terms, 1)),
    /** 100 a ÷ b */
    PERCENTAGE(terms -> ratio(terms, 100)),
    /** Σ count × percent ÷ 100 over pairs (population, share): an estimate by strata. */
    SUM_OF_SHARES(Formula::sumOfShares),
    /** The least of all. */
    MINIMUM(terms -> terms.stream().reduce(BigDecimal::min).orElseThrow());

    private final Function<List<BigDecimal>, BigDecimal> function;

    Formula(Function<List<BigDecimal>, BigDecimal> function) {
        this.function = function;
    }

    BigDecimal of(List<BigDecimal> terms) {
        return function.apply(terms);
    }

    private static BigDecimal ratio(List<BigDecimal> terms, int times) {
        return terms.getFirst().multiply(BigDecimal.valueOf(times)).divide(terms.getLast(), MathContext.DECIMAL64);
    }

    private static BigDecimal sumOfShares(List<BigDecimal> pairs) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < pairs.size(); i += 2) {
            sum = sum.add(pairs.get(i).multiply(pairs.get(i + 1)));
        }
        return sum.movePointLeft(2);
    }
}
