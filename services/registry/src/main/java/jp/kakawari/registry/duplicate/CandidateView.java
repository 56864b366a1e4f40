package jp.kakawari.registry.duplicate;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two records that may be one person, without anything of them: neither who they are nor which town knows them. */
@Schema(name = "DuplicateCandidate", description = "名寄せの候補: nothing of the two people in it")
public record CandidateView(
        UUID id,

        @Schema(description = "also the ETag", examples = "1")
        long revision,

        State state,

        @Schema(description = "確からしさ, 0 to 1", examples = "0.95")
        BigDecimal confidence,

        List<ReasonView> reasons,
        @Schema(description = "判断した日時") OffsetDateTime decidedAt,

        @Schema(description = "decide or undo", examples = "[\"decide\"]")
        List<String> allowedActions)
        implements Revised {

    static CandidateView of(Candidate candidate) {
        return new CandidateView(
                candidate.id(),
                candidate.revision(),
                candidate.state(),
                candidate.confidence(),
                candidate.reasons().stream().map(ReasonView::of).toList(),
                JapanTime.of(candidate.decidedAt()),
                candidate.state().allowedActions());
    }
}
