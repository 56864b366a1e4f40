package jp.kakawari.registry.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever follows the link in a letter sees. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "アンケートの設問")
public record Questionnaire(
        @Schema(examples = "関わりのアンケート") String title, List<Question> questions, LocalDate closesOn) {}
