package jp.kakawari.kpi.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.kakawari.japan.FiscalYear;
import jp.kakawari.kpi.classification.Classification;
import jp.kakawari.kpi.figure.Measure;
import jp.kakawari.kpi.figure.Snapshot;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The feed for the places asked for, with the versions of the rules that the figures rest on.
 *
 * @param classesPeriod the fiscal year of {@code classes}
 * @param asOf time of the newest event counted in
 * @param lag seconds since then
 */
public record RelationsView(
        @Schema(examples = "1") int definitionVersion,
        @Schema(examples = "1") int classificationVersion,
        @Schema(examples = "1") int suppressionVersion,
        @Schema(examples = "FY2026") Period period,
        @Schema(examples = "FY2026") Period classesPeriod,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "Time of the newest event counted in, null before the first one")
        OffsetDateTime asOf,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "Seconds since asOf", examples = "3")
        Long lag,

        List<RelationsRow> items) {

    static RelationsView of(Snapshot snapshot, List<Integer> places, Clock clock) {
        OffsetDateTime asOf = snapshot.freshness().asOf();
        FiscalYear year = snapshot.period().fiscalYear();
        return new RelationsView(
                Measure.DEFINITION_VERSION,
                Classification.VERSION,
                snapshot.policy().version(),
                snapshot.period(),
                Period.of(year),
                Optional.ofNullable(asOf)
                        .map(moment -> moment.atZoneSameInstant(JapanTime.ZONE).toOffsetDateTime())
                        .orElse(null),
                Optional.ofNullable(asOf)
                        .map(moment -> Duration.between(moment.toInstant(), clock.instant())
                                .toSeconds())
                        .orElse(null),
                places.stream()
                        .map(place -> RelationsRow.of(snapshot.figures(), place))
                        .toList());
    }
}
