package jp.kakawari.registry.opinion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member thinks on a topic. It never prints itself. */
@Schema(description = "政策への意見")
record OpinionRequest(
        @Schema(description = "代理する場合の会員; a person leaves it out", examples = "0198c0de-0000-7000-8000-000000000001")
        UUID supporter,

        @NotNull
        @Size(max = 64)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "テーマのコードを指定してください")
        @Schema(description = "テーマ", examples = "akiya")
        String topic,

        @NotBlank @Size(max = 5_000) @Schema(description = "意見", examples = "空き家で週末だけの図書室を開きたいです。")
        String text) {

    @Override
    public String toString() {
        return "OpinionRequest[…]";
    }
}
