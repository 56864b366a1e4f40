package jp.kakawari.registry.opinion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opinions are asked for. */
@Schema(name = "OpinionTopicRequest", description = "意見募集のテーマ")
record TopicRequest(
        @NotBlank @Size(max = 200) @Schema(description = "題名", examples = "空き家の活用")
        String title,

        @Size(max = 5_000) @Schema(description = "説明", examples = "空き家をどう使うか、ご意見をください。")
        String description,

        @NotNull @Schema(description = "募集の開始日", examples = "2026-11-01")
        LocalDate opensOn,

        @Schema(description = "募集の終了日", examples = "2027-01-31")
        LocalDate closesOn) {

    void check() {
        if (closesOn != null && closesOn.isBefore(opensOn)) {
            throw new InvalidBody().at("/closesOn", "is before opensOn", "開始日より前の日付です");
        }
    }
}
