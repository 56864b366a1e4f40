package jp.kakawari.registry.announcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An announcement. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Announcement", description = "お知らせ")
record AnnouncementView(
        UUID id,
        @Schema(examples = "1") long revision,
        @Schema(examples = "212172") String municipality,
        AnnouncedTo audience,
        String scheme,
        @Schema(examples = "飛騨の冬の集い") String title,
        String body,
        String titleEn,
        String bodyEn,
        String link,
        OffsetDateTime publishedAt,
        @Schema(description = "取下げ") OffsetDateTime withdrawnAt,

        @Schema(description = "what the caller may do: withdraw 取下げ, for its municipality", examples = "[\"withdraw\"]")
        List<String> allowedActions)
        implements Revised {}
