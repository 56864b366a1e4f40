package jp.kakawari.registry.contactpoint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people a contact point introduced on a day. */
@Schema(name = "ReferralRequest", description = "紹介の記録: numbers only, nobody's name")
public record ReferralRequest(
        @NotNull @Schema(description = "紹介した日", examples = "2026-11-03")
        LocalDate referredOn,

        @Min(1) @Max(100_000) @Schema(description = "人数", examples = "2")
        int people) {

    void check(LocalDate today) {
        if (referredOn.isAfter(today)) {
            throw new InvalidBody().at("/referredOn", "is in the future", "未来の日付は記録できません");
        }
    }
}
