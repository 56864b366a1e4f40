package jp.kakawari.registry.board;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member organisation that wrote something. */
@Schema(name = "BoardAuthor", description = "投稿した会員団体")
record AuthorView(
        @Schema(examples = "00000000-0000-7000-8000-000000212172")
        UUID organization,

        @Schema(examples = "飛騨市") String name) {}
