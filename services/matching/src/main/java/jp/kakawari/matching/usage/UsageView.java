package jp.kakawari.matching.usage;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one member organisation used in a month. */
@Schema(name = "Usage")
record UsageView(
        @Schema(description = "Member organisation (会員団体)", examples = "00000000-0000-7000-8000-00000000b001")
        UUID organization,

        @Schema(examples = "2026-11") String month,

        @Schema(description = "Recommendations answered (推薦)", examples = "120")
        long recommendations,

        @Schema(description = "Applications that came through it (応募)", examples = "23")
        long applications,

        @Schema(description = "Participations that it recorded as host (参加)", examples = "15")
        long participations) {}
