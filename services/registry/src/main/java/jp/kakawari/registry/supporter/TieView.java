package jp.kakawari.registry.supporter;

import java.time.LocalDate;
import java.util.List;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tie as it is shown (関わり). */
@Schema(description = "関わり")
public record TieView(
        @Schema(examples = "212172") String municipality,
        List<Origin> origins,
        Stage stage,

        @Schema(description = "関わりの始まった日", examples = "2021-09-24")
        LocalDate since,

        @Schema(description = "住民か: a resident is not counted as 関係人口")
        boolean resident,

        @Schema(description = "最後に関わった日", examples = "2026-11-03")
        LocalDate lastActiveOn,

        boolean mailConsent,

        @Schema(description = "団体: the group through which they came", examples = "東京鹿沼会")
        String affiliation,

        @Schema(description = "紹介者の会員番号", examples = "HI-000001")
        String referrerMemberNumber) {

    static TieView of(Tie kept) {
        SupporterChanged.Tie tie = kept.told();
        return new TieView(
                tie.municipality(),
                tie.origins().stream().map(Origin::valueOf).toList(),
                tie.stage(),
                tie.since(),
                tie.resident(),
                tie.lastActiveOn(),
                tie.mailConsent(),
                kept.affiliation(),
                kept.referrer());
    }
}
