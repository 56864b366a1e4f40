package jp.kakawari.kpi.feed;

import java.util.function.Function;
import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.figure.Measure;

/** People per relation class (訪問系5類型・非訪問系). */
public record RelationClasses(
        Cell directContribution,
        Cell workOnSite,
        Cell telework,
        Cell exchange,
        Cell hobbyConsumption,
        Cell visiting,
        Cell nonVisiting) {

    static RelationClasses of(Function<Measure, Cell> cell) {
        return new RelationClasses(
                cell.apply(Measure.DIRECT_CONTRIBUTION),
                cell.apply(Measure.WORK_ON_SITE),
                cell.apply(Measure.TELEWORK),
                cell.apply(Measure.EXCHANGE),
                cell.apply(Measure.HOBBY_CONSUMPTION),
                cell.apply(Measure.VISITING),
                cell.apply(Measure.NON_VISITING));
    }
}
