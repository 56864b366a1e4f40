package jp.kakawari.kpi.feed;

import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.figure.Figures;
import jp.kakawari.kpi.figure.Measure;
import jp.kakawari.kpi.place.Area;
import jp.kakawari.kpi.place.Areas;
import jp.kakawari.kpi.place.Level;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The figures of one place.
 *
 * @param classes within the fiscal year of the period
 * @param classesToDate over all years, up to the end of that fiscal year
 */
public record RelationsRow(
        Level level,

        @Schema(description = "Six-digit code (全国地方公共団体コード), JP for the nation", examples = "212172")
        String code,

        @Schema(description = "Two-digit code of the prefecture, empty for the nation", examples = "21")
        String prefecture,

        @Schema(examples = "飛騨市") String name,
        Cell people,
        Cell ties,
        Cell newTies,
        Cell applications,
        Cell acceptances,
        Cell participations,
        Cell participants,
        Cell repeatParticipants,
        RelationClasses classes,
        RelationClasses classesToDate) {

    static RelationsRow of(Figures figures, int position) {
        Area area = Areas.get(position);
        return new RelationsRow(
                area.level(),
                area.code(),
                area.prefecture(),
                area.name(),
                figures.cell(Measure.PEOPLE, position),
                figures.cell(Measure.TIES, position),
                figures.cell(Measure.NEW_TIES, position),
                figures.cell(Measure.APPLICATIONS, position),
                figures.cell(Measure.ACCEPTANCES, position),
                figures.cell(Measure.PARTICIPATIONS, position),
                figures.cell(Measure.PARTICIPANTS, position),
                figures.cell(Measure.REPEAT_PARTICIPANTS, position),
                RelationClasses.of(measure -> figures.cell(measure, position)),
                RelationClasses.of(measure -> figures.toDate(measure, position)));
    }
}
