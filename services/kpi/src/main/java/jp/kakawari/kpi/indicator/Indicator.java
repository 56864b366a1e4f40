package jp.kakawari.kpi.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.figure.Figures;
import jp.kakawari.kpi.figure.Measure;

/** A share that is computed from told cells alone, so that it gives nothing away. */
enum Indicator {
    /** Multi-year participation (大地の芸術祭サポーター); 国の例2. */
    @JsonProperty("repeat-participation")
    REPEAT_PARTICIPATION(
            List.of(Measure.REPEAT_PARTICIPANTS),
            Measure.PARTICIPANTS,
            "継続参加者の割合: 期間内の参加者のうち、以前を含めて2回以上参加した人の割合。",
            "Share of the period's participants who have taken part at least twice, earlier years included."),

    /** Depth of the relation, after the ministry's outlook (直接寄与型 and 就労型（直接関与）). */
    @JsonProperty("deep-share")
    DEEP_SHARE(
            List.of(Measure.DIRECT_CONTRIBUTION, Measure.WORK_ON_SITE),
            Measure.VISITING,
            "深い関わりの割合: 訪問系のうち直接寄与型・就労型（直接関与）の割合（年度）。",
            "Share of 直接寄与型 and 就労型（直接関与） in 訪問系, within the fiscal year.");

    private final List<Measure> numerator;
    private final Measure denominator;
    private final String ja;
    private final String en;

    Indicator(List<Measure> numerator, Measure denominator, String ja, String en) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.ja = ja;
        this.en = en;
    }

    Cell numerator(Figures figures, int place) {
        List<Cell> cells =
                numerator.stream().map(measure -> figures.cell(measure, place)).toList();
        return cells.stream().anyMatch(Cell::suppressed)
                ? Cell.HIDDEN
                : Cell.of(cells.stream().mapToLong(Cell::value).sum());
    }

    Cell denominator(Figures figures, int place) {
        return figures.cell(denominator, place);
    }

    String ja() {
        return ja;
    }

    String en() {
        return en;
    }
}
