package jp.kakawari.kpi.figure;

import jp.kakawari.kpi.period.Period;

/**
 * Names a column of counts.
 *
 * @param period null for what is counted as of now
 * @param everUntilThen over all years up to the end of the period
 */
record Key(Measure measure, Period period, boolean everUntilThen) {

    static Key now(Measure measure) {
        return new Key(measure, null, false);
    }

    static Key of(Measure measure, Period period) {
        return new Key(measure, period, false);
    }

    static Key toDate(Measure measure, Period period) {
        return new Key(measure, period, true);
    }
}
