package jp.kakawari.registry.digest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was new in a while: what is public anyway, so whoever has the address may read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "ダイジェストの号")
public record DigestIssue(
        UUID id, OffsetDateTime from, OffsetDateTime until, List<News> announcements, List<News> programs) {

    /** One thing that is new. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DigestNews")
    public record News(
            UUID id,
            @Schema(examples = "飛騨の冬の集い") String title,
            @Schema(examples = "飛騨市") String municipality) {}

    boolean isEmpty() {
        return announcements.isEmpty() && programs.isEmpty();
    }
}
