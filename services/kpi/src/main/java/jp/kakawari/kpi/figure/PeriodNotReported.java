package jp.kakawari.kpi.figure;

import java.time.LocalDate;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Periods before the platform's first fiscal year would give away small counts by subtraction; later ones aren't known. */
@Problem(status = 422, code = "period-not-reported", title = "Period not reported", titleJa = "集計対象外の期間です")
class PeriodNotReported extends Refusal {
    PeriodNotReported(Period period, LocalDate since, LocalDate today) {
        detail(
                "%s is outside of what is reported: %s to %s.".formatted(period, since, today),
                "%s は集計対象（%s から %s まで）の期間ではありません。".formatted(period, since, today));
        atParameter(
                "period",
                "must begin between " + since + " and " + today,
                since + " から " + today + " までに始まる期間を指定してください");
    }
}
