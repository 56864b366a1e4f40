package jp.kakawari.registry.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jp.kakawari.registry.audience.Segment;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is written, and to whom. */
@Schema(description = "配信の内容と対象")
public record CampaignRequest(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*", message = "改行などの制御文字は使えません")
        @Schema(description = "件名", examples = "飛騨市だより 11月号")
        String subject,

        @NotBlank @Size(max = 20_000) @Schema(description = "本文", examples = "雪が降りました。")
        String body,

        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*", message = "改行などの制御文字は使えません")
        @Schema(description = "英語の件名: for readers who live abroad", examples = "News from Hida")
        String subjectEn,

        @Size(max = 20_000) @Schema(description = "英語の本文", examples = "It has snowed.")
        String bodyEn,

        @Valid @Schema(description = "配信対象; none is everybody who agreed")
        Segment segment) {

    void check() {
        if ((subjectEn == null) != (bodyEn == null)) {
            throw new InvalidBody().at("/bodyEn", "goes with subjectEn", "英語の件名と本文は両方指定してください");
        }
        segmentOrAll().check("/segment");
    }

    Segment segmentOrAll() {
        return segment == null ? Segment.ALL : segment;
    }
}
