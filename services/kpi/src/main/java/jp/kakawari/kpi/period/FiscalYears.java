package jp.kakawari.kpi.period;

import java.time.LocalDate;
import jp.kakawari.japan.FiscalYear;
import jp.kakawari.web.InvalidParameter;

/** The fiscal year (年度) that a caller asks for where there are no months. */
public final class FiscalYears {
    private FiscalYears() {}

    /** The one of that name; for none the running one. */
    public static Period named(String name, LocalDate today) {
        if (name == null) {
            return Period.of(FiscalYear.of(today));
        }
        try {
            Period period = Period.parse(name);
            if (period.isFiscalYear()) {
                return period;
            }
        } catch (IllegalArgumentException unreadable) {
            throw noYear();
        }
        throw noYear();
    }

    private static InvalidParameter noYear() {
        return new InvalidParameter("period", "must be a fiscal year such as FY2026", "年度（FY2026）を指定してください");
    }
}
