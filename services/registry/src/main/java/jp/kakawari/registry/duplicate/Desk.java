package jp.kakawari.registry.duplicate;

import jp.kakawari.japan.LocalGovernmentCode;

/**
 * Who decides, and so what is in view. A municipality: pairs of which it knows both, open or decided by itself; what others
 * decided doesn't show, for it would tell that they know them too. The operator: pairs that no municipality knows both of, and
 * what was decided by one that no longer does, so that somebody can always undo it.
 *
 * @param name 6-digit code of the municipality, or operator
 */
record Desk(String name) {

    private static final String OF_ONE_TOWN = """
            from duplicate_candidate c
            join tie ta on ta.municipality = :desk and ta.supporter = c.a and ta.ended_on is null
            join tie tb on tb.municipality = :desk and tb.supporter = c.b and tb.ended_on is null
            where (c.decided_by is null or c.decided_by = :desk)
            """;

    private static final String ACROSS_TOWNS = """
            from duplicate_candidate c
            where (c.decided_by = :desk or not exists (
                select from tie ta
                join tie tb on tb.municipality = ta.municipality and tb.supporter = c.b and tb.ended_on is null
                where ta.supporter = c.a and ta.ended_on is null
                  and (c.decided_by is null or ta.municipality = c.decided_by)))
            """;

    private static final Desk OPERATOR = new Desk("operator");

    static Desk of(LocalGovernmentCode municipality) {
        return new Desk(municipality.value());
    }

    static Desk ofOperator() {
        return OPERATOR;
    }

    boolean isTown() {
        return this != OPERATOR;
    }

    /** The candidates {@code c} in view, of the desk {@code :desk}. */
    String inView() {
        return isTown() ? OF_ONE_TOWN : ACROSS_TOWNS;
    }
}
