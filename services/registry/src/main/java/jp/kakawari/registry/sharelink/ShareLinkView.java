package jp.kakawari.registry.sharelink;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link and how often it was followed. */
@Schema(name = "ShareLink", description = "紹介リンク")
record ShareLinkView(
        @Schema(
                description = "Where it is; it tells nobody whose it is",
                examples = "/v1/share-links/q3V0X1p8T0u2m5vB9sQeWg")
        String link,

        UUID program,
        @Schema(description = "閲覧数", examples = "12") long clicks) {

    static ShareLinkView of(String token, UUID program, long clicks) {
        return new ShareLinkView("/v1/share-links/" + token, program, clicks);
    }
}
