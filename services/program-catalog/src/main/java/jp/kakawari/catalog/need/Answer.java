package jp.kakawari.catalog.need;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public program that answers a need. */
@Schema(description = "A public program that answers the need")
record Answer(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID program,

        @Schema(examples = "梅の収穫ボランティア") String title,

        @Schema(examples = "PUBLISHED") String state) {}
