package jp.kakawari.registry.opinion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opinions are asked for, as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OpinionTopic", description = "意見募集のテーマ")
record TopicView(
        @Schema(examples = "akiya") String code,
        @Schema(examples = "1") long revision,
        @Schema(examples = "空き家の活用") String title,
        String description,
        LocalDate opensOn,
        LocalDate closesOn,
        @Schema(description = "募集中", examples = "true") boolean open,

        @Schema(description = "what the caller may do: change 変更", examples = "[\"change\"]")
        List<String> allowedActions)
        implements Revised {}
