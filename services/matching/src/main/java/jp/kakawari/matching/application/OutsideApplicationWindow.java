package jp.kakawari.matching.application;

import java.time.Instant;
import java.util.List;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The application window has not opened yet or is over. */
@Problem(
        status = 409,
        code = "outside-application-window",
        title = "Outside the application window",
        titleJa = "応募期間外です")
class OutsideApplicationWindow extends Refusal {
    OutsideApplicationWindow(Instant opens, Instant closes) {
        detail("The program does not take applications at this time.", "応募期間外のため受け付けられません。");
        with("applicationOpens", JapanTime.of(opens));
        with("applicationCloses", JapanTime.of(closes));
        with("allowedActions", List.of());
    }
}
