package jp.kakawari.registry.opinion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An opinion, for its author and the municipality. It never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Opinion", description = "政策への意見と回答")
record OpinionView(
        UUID id,
        @Schema(examples = "1") long revision,
        OpinionState state,
        List<String> allowedActions,
        @Schema(examples = "212172") String municipality,
        @Schema(examples = "hida-fanclub") String scheme,
        @Schema(examples = "akiya") String topic,
        UUID supporter,
        String text,
        @Schema(description = "回答") String answer,
        OffsetDateTime postedAt,
        OffsetDateTime answeredAt)
        implements Revised {

    @Override
    public String toString() {
        return "OpinionView[" + id + "]";
    }
}
