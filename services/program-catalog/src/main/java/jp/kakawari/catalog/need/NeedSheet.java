package jp.kakawari.catalog.need;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.contracts.Mode;
import jp.kakawari.japan.LocalGovernmentCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is needed where. */
@Schema(description = "What a region needs help with (困りごと); no personal data, it is public")
record NeedSheet(
        @NotNull @Schema(description = "市区町村コード", examples = "194425")
        LocalGovernmentCode municipality,

        @NotBlank @Size(max = 200) @Schema(examples = "梅の収穫の人手が足りない")
        String title,

        @NotBlank @Size(max = 4000) @Schema(examples = "6月の2週間、梅もぎを手伝ってくれる人を10人ほど探しています。")
        String description,

        @Size(max = 20)
        @Schema(
                description = "What helpers should be able to do (できること), free words; none means that anybody can help",
                examples = "[\"収穫\", \"軽トラックの運転\"]")
        List<@NotBlank @Size(max = 50) String> skills,

        @Schema(description = "How one would help (参加形態)", examples = "ONSITE")
        Mode mode) {

    NeedSheet {
        skills = skills == null ? List.of() : skills.stream().distinct().toList();
    }
}
