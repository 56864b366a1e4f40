package jp.kakawari.registry.announcement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is announced, and to whom. */
@Schema(description = "お知らせの内容")
record AnnouncementRequest(
        @Schema(description = "対象; PUBLIC unless said otherwise", examples = "PUBLIC")
        AnnouncedTo audience,

        @Size(max = 64)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "制度コードを指定してください")
        @Schema(description = "制度, for MEMBERS: one that the municipality runs")
        String scheme,

        @NotBlank @Size(max = 200) @Schema(description = "題名", examples = "飛騨の冬の集い")
        String title,

        @NotBlank @Size(max = 20_000) @Schema(description = "本文", examples = "2月に古川で集まります。")
        String body,

        @Size(max = 200) @Schema(description = "英語の題名", examples = "Winter gathering in Hida")
        String titleEn,

        @Size(max = 20_000) @Schema(description = "英語の本文", examples = "We meet in February.")
        String bodyEn,

        @Size(max = 300)
        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "http:// または https:// で始まる URL を指定してください")
        @Schema(description = "詳細のページ", examples = "https://example.jp/winter")
        String link) {

    void check() {
        if ((scheme != null) != (audienceOrPublic() == AnnouncedTo.MEMBERS)) {
            throw new InvalidBody().at("/scheme", "goes with the audience MEMBERS", "制度は対象が MEMBERS のときに指定してください");
        }
    }

    AnnouncedTo audienceOrPublic() {
        return audience == null ? AnnouncedTo.PUBLIC : audience;
    }
}
