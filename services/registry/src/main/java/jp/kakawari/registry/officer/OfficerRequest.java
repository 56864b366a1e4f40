package jp.kakawari.registry.officer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appointment as the municipality states it. */
@Schema(name = "OfficerRequest", description = "役職の任命")
public record OfficerRequest(
        @NotNull @Schema(description = "役職, see /v1/code-lists/officer-roles", examples = "COORDINATOR")
        OfficerRole role,

        @Size(max = 100) @Schema(description = "氏名 or the name of a group", examples = "見本 花子")
        String name,

        @Schema(description = "氏名の公開に同意しているか; otherwise only the municipality and the secretariat see the name")
        Boolean published,

        @Size(max = 100) @Schema(description = "肩書", examples = "副市長")
        String title,

        @NotNull @Schema(description = "任期の初日", examples = "2026-04-01")
        LocalDate termFrom,

        @Schema(description = "任期の末日; absent: without end", examples = "2028-03-31")
        LocalDate termUntil,

        @Size(max = 100) @Schema(description = "研修名", examples = "関係案内人養成研修")
        String training,

        @Schema(description = "研修修了日", examples = "2026-06-30")
        LocalDate trainingCompletedOn) {

    public OfficerRequest {
        published = Boolean.TRUE.equals(published);
    }

    void check(LocalDate today) {
        if (termUntil != null && termUntil.isBefore(termFrom)) {
            throw new InvalidBody().at("/termUntil", "is before the term begins", "任期の初日より前の日付です");
        }
        if (trainingCompletedOn != null && trainingCompletedOn.isAfter(today)) {
            throw new InvalidBody().at("/trainingCompletedOn", "is in the future", "未来の日付は指定できません");
        }
        if (published && (name == null || name.isBlank())) {
            throw new InvalidBody().at("/published", "goes with a name", "公開する氏名がありません");
        }
    }

    @Override
    public String toString() {
        return "OfficerRequest[…]";
    }
}
