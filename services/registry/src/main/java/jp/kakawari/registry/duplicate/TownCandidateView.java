package jp.kakawari.registry.duplicate;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two of a municipality's own records that may be one person; it never prints itself. */
@Schema(name = "MunicipalityDuplicateCandidate", description = "名寄せの候補: two of a municipality's own supporters")
public record TownCandidateView(
        UUID id,

        @Schema(description = "also the ETag", examples = "1")
        long revision,

        State state,

        @Schema(description = "確からしさ, 0 to 1", examples = "0.95")
        BigDecimal confidence,

        List<ReasonView> reasons,
        List<Side> records,
        @Schema(description = "判断した日時") OffsetDateTime decidedAt,

        @Schema(description = "decide or undo", examples = "[\"decide\"]")
        List<String> allowedActions)
        implements Revised {

    /** One of the two records, as far as it takes to find it. */
    @Schema(name = "DuplicateRecord", description = "候補の一方")
    public record Side(
            UUID supporter,

            @Schema(description = "会員番号", examples = "HI-000001")
            String memberNumber,

            @Schema(examples = "渡邊") String familyName,
            @Schema(examples = "翔") String givenName,
            @Schema(examples = "ワタナベ") String familyNameKana,
            @Schema(examples = "ショウ") String givenNameKana,
            @Schema(description = "呼び名", examples = "しょうさん") String nickname) {

        static Side of(UUID supporter, String memberNumber, Personal opened) {
            return new Side(
                    supporter,
                    memberNumber,
                    opened.familyName(),
                    opened.givenName(),
                    opened.familyNameKana(),
                    opened.givenNameKana(),
                    opened.nickname());
        }

        @Override
        public String toString() {
            return "Side[" + supporter + "]";
        }
    }

    static TownCandidateView of(Candidate candidate, ReadCandidates.Known a, ReadCandidates.Known b) {
        return new TownCandidateView(
                candidate.id(),
                candidate.revision(),
                candidate.state(),
                candidate.confidence(),
                candidate.reasons().stream()
                        .map(reason -> ReasonView.of(reason, a.opened(), b.opened()))
                        .toList(),
                List.of(
                        Side.of(candidate.pair().a(), a.memberNumber(), a.opened()),
                        Side.of(candidate.pair().b(), b.memberNumber(), b.opened())),
                JapanTime.of(candidate.decidedAt()),
                candidate.state().allowedActions());
    }

    @Override
    public String toString() {
        return "TownCandidateView[" + id + "]";
    }
}
