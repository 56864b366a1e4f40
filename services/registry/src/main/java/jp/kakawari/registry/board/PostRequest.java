package jp.kakawari.registry.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member says; it never prints itself. */
@Schema(name = "BoardPostRequest", description = "投稿")
record PostRequest(
        @NotBlank @Size(max = 10_000) @Schema(examples = "当町では毎年4月に行っています。")
        String text) {

    @Override
    public String toString() {
        return "PostRequest[…]";
    }
}
