package jp.kakawari.registry.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post as a member of the group sees it; it never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BoardPost", description = "投稿")
record PostView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3c2")
        UUID id,

        @Schema(examples = "1") long revision,
        AuthorView author,

        @Schema(description = "VISIBLE 表示中, HIDDEN 非表示, WITHDRAWN 取下げ", examples = "VISIBLE")
        PostState state,

        @Schema(
                description = "absent where it is hidden, but for its author and the moderators, or withdrawn",
                examples = "当町では毎年4月に行っています。")
        String text,

        @Schema(description = "非表示の理由") String hiddenReason,
        @Schema(examples = "2026-11-21T11:00:00+09:00") OffsetDateTime postedAt,
        OffsetDateTime editedAt,

        @Schema(description = "what the caller may do: edit, withdraw, hide, show", examples = "[\"hide\"]")
        List<String> allowedActions)
        implements Revised {

    @Override
    public String toString() {
        return "PostView[" + id + "]";
    }
}
