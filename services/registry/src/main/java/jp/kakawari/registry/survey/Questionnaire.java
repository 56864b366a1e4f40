package jp.kakawari.registry.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever follows the link in a letter sees. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "アンケートの設問")
public record Questionnaire(
        @Schema(examples = "関わりのアンケート") String title,
        List<Question> questions,
        LocalDate closesOn,

        @Schema(description = "締切日時; once it is closed, early or after its last day")
        OffsetDateTime closedAt,

        @Schema(description = "回答を受け付けているか", examples = "true")
        boolean open) {}
