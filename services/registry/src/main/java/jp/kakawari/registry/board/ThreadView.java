package jp.kakawari.registry.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A thread as members of its group see it; it never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BoardThread", description = "掲示板のスレッド")
record ThreadView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3c1")
        UUID id,

        @Schema(examples = "2") long revision,
        @Schema(examples = "ふるさと住民票の更新時期について") String title,
        AuthorView author,

        @Schema(description = "投稿数, with hidden and withdrawn ones", examples = "2")
        int posts,

        @Schema(examples = "2026-11-21T10:00:00+09:00") OffsetDateTime openedAt,
        @Schema(examples = "2026-11-21T11:00:00+09:00") OffsetDateTime lastPostAt,
        @Schema(description = "書込み終了") OffsetDateTime closedAt,

        @Schema(description = "what the caller may do: post, close, reopen", examples = "[\"post\"]")
        List<String> allowedActions)
        implements Revised {

    @Override
    public String toString() {
        return "ThreadView[" + id + "]";
    }
}
