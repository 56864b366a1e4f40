package jp.kakawari.registry.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new thread with its first post; it never prints itself. */
@Schema(name = "BoardThreadRequest", description = "スレッドの作成")
record ThreadRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "ふるさと住民票の更新時期について")
        String title,

        @NotBlank @Size(max = 10_000) @Schema(description = "最初の投稿", examples = "みなさんの自治体では更新をいつ行っていますか。")
        String text) {

    @Override
    public String toString() {
        return "ThreadRequest[…]";
    }
}
