package jp.kakawari.registry.donation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.registry.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project as its municipality states it. */
@Schema(name = "DonationProjectRequest", description = "寄附プロジェクト")
public record ProjectRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "千枚田を守る")
        String name,

        @Min(1) @Max(1_000_000_000_000L) @Schema(description = "目標額（円）", examples = "1000000")
        Long goal,

        @Schema(description = "基金コード: where what is given goes", examples = "love-saijo")
        Slug fund,

        @NotNull @Schema(description = "OPEN 募集中, CLOSED 終了", examples = "OPEN")
        State state) {

    /** Whether it takes donations. */
    @Schema(name = "DonationProjectState")
    public enum State {
        OPEN,
        CLOSED;

        List<String> allowedActions() {
            return this == OPEN ? List.of("change", "join", "donate") : List.of("change", "join");
        }
    }
}
