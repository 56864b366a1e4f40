package jp.kakawari.catalog.need;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A need and the programs that answer it. */
@Schema(description = "A need (困りごと) and the programs that answer it")
record NeedView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a311")
        UUID id,

        @Schema(examples = "1") long revision,

        @Schema(description = "市区町村コード", examples = "194425")
        String municipality,

        @Schema(
                description = "Member organisation (会員団体) that posted it",
                examples = "00000000-0000-7000-8000-000000194425")
        UUID postedBy,

        @Schema(examples = "梅の収穫の人手が足りない") String title,

        @Schema(examples = "6月の2週間、梅もぎを手伝ってくれる人を10人ほど探しています。")
        String description,

        @Schema(description = "What helpers should be able to do (できること)", examples = "[\"収穫\", \"軽トラックの運転\"]")
        List<String> skills,

        @Schema(description = "How one would help (参加形態)", examples = "ONSITE")
        Mode mode,

        @Schema(examples = "2026-11-21T10:00:00+09:00") OffsetDateTime postedAt,

        List<Answer> answers,

        @Schema(description = "What the caller may do: withdraw", examples = "[\"withdraw\"]")
        List<String> allowedActions)
        implements Revised {

    static NeedView of(Need need, List<Answer> answers, List<String> allowedActions) {
        return new NeedView(
                need.id(),
                need.revision(),
                need.municipality(),
                need.postedBy(),
                need.title(),
                need.description(),
                need.skills(),
                need.mode(),
                JapanTime.of(need.postedAt()),
                answers,
                allowedActions);
    }
}
