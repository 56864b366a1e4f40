package jp.kakawari.registry.board;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a post said before; it never prints itself. */
@Schema(name = "BoardPostEdit", description = "編集前の投稿")
record EditView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3c3")
        UUID id,

        @Schema(examples = "当町では4月です。") String text,
        @Schema(examples = "2026-11-21T12:00:00+09:00") OffsetDateTime replacedAt) {

    @Override
    public String toString() {
        return "EditView[" + id + "]";
    }
}
