package jp.kakawari.kpi.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.Change;

/** Applications and acceptances of all fiscal years: until any month no more can have been accepted than submitted. */
final class ApplicationSheet {
    private final Columns columns;
    private final List<Change> applications;
    private final List<Change> acceptances;

    private ApplicationSheet(Counts counts) {
        columns = new Columns(counts);
        applications = flow(Measure.APPLICATIONS, counts.years());
        acceptances = flow(Measure.ACCEPTANCES, counts.years());
    }

    /** One more, month by month. */
    private List<Change> flow(Measure measure, List<Period> years) {
        List<Change> flow = new ArrayList<>();
        for (Period year : years) {
            int all = columns.addWhole(Key.of(measure, year));
            int[] months = columns.addMonths(measure, year);
            columns.sheet().adds(all, months);
            IntStream.of(months).mapToObj(month -> Change.of(month, all)).forEach(flow::add);
        }
        return flow;
    }

    static Columns of(Counts counts) {
        var sheet = new ApplicationSheet(counts);
        sheet.rules();
        sheet.changes();
        return sheet.columns;
    }

    private void rules() {
        for (int months = 1; months <= applications.size(); months++) {
            columns.sheet().atMost(firstOf(acceptances, months), firstOf(applications, months));
        }
    }

    private static int[] firstOf(List<Change> flow, int months) {
        return flow.stream()
                .limit(months)
                .mapToInt(change -> change.columns()[0])
                .toArray();
    }

    private void changes() {
        List<Change> both = new ArrayList<>();
        List<Change> atOnce = new ArrayList<>();
        for (int submitted = 0; submitted < applications.size(); submitted++) {
            for (int accepted = submitted; accepted < acceptances.size(); accepted++) {
                both.add(applications.get(submitted).and(acceptances.get(accepted)));
            }
            atOnce.add(applications.get(submitted).and(acceptances.get(submitted)));
        }
        Stream.of(applications, acceptances, both).forEach(columns.sheet()::may);
        Stream.of(applications, acceptances, atOnce).map(Columns::swaps).forEach(columns.sheet()::may);
    }
}
