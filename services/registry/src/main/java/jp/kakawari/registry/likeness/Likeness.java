package jp.kakawari.registry.likeness;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.japan.PersonName;
import jp.kakawari.registry.personal.Personal;

/**
 * How sure it is that two records are one person, 0 to 1, and why.
 *
 * <p>Fellegi and Sunter, <i>A Theory for Record Linkage</i> (JASA 64, 1969): each attribute that agrees speaks for one person
 * with the weight log₂(m/u), each that differs against it with log₂((1−m)/(1−u)), m and u being how often it agrees for one
 * person and for two. Attributes that are absent say nothing. Their u isn't one number here but two: people of one household
 * share name, address and telephone at once, which would else count thrice, so that twins would be one person. Hence the
 * probability is that of one person against a household and against strangers, by Bayes' rule.
 */
public record Likeness(double confidence, List<Reason> reasons) {

    /** Below it a pair isn't worth a person's time. */
    public static final double WORTH_A_LOOK = 0.5;

    /** Of any two of a million records with one duplicate in a hundred. */
    private static final double ONE_PERSON = 0.00000002;

    /** Every second person is listed with somebody they live with. */
    private static final double ONE_HOUSEHOLD = 0.0000005;

    /** Compares two records; the order doesn't matter. */
    public static Likeness of(Personal one, Personal other) {
        Comparison comparison = new Comparison(one, other);
        double person = ONE_PERSON;
        double household = ONE_HOUSEHOLD;
        double strangers = 1;
        for (Finding finding : comparison.findings()) {
            person *= finding.ofOnePerson;
            household *= finding.ofOneHousehold;
            strangers *= finding.ofStrangers;
        }
        double confidence = person / (person + household + strangers);
        return new Likeness(confidence, List.copyOf(comparison.reasons()));
    }

    /** A name as it is written, without a space. */
    public static String written(Personal personal) {
        return Stream.of(personal.familyName(), personal.givenName())
                .filter(Objects::nonNull)
                .map(PersonName::withoutSpaces)
                .collect(Collectors.joining());
    }

    public boolean worthALook() {
        return confidence >= WORTH_A_LOOK;
    }
}
