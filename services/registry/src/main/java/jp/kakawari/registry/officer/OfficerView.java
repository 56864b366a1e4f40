package jp.kakawari.registry.officer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who holds an office, as the caller may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Officer", description = "役職")
public record OfficerView(
        UUID id,
        @Schema(examples = "1") long revision,

        @Schema(description = "全国地方公共団体コード", examples = "212172")
        String municipality,

        OfficerRole role,
        OfficerState state,

        @Schema(
                description =
                        "氏名, where it is published; else for the municipality that appointed them and the secretariat",
                examples = "見本 花子")
        String name,

        @Schema(description = "氏名の公開") boolean published,
        @Schema(description = "肩書", examples = "副市長") String title,

        @Schema(description = "任期の初日", examples = "2026-04-01")
        LocalDate termFrom,

        @Schema(description = "任期の末日", examples = "2028-03-31")
        LocalDate termUntil,

        @Schema(description = "研修名") String training,

        @Schema(description = "研修修了日", examples = "2026-06-30")
        LocalDate trainingCompletedOn,

        @Schema(description = "what the caller may do: change 任期・研修・公開の変更", examples = "[\"change\"]")
        List<String> allowedActions)
        implements Revised {

    static OfficerView of(Officer officer, String name, LocalDate today, boolean own) {
        OfficerRequest stated = officer.stated(name);
        return new OfficerView(
                officer.id(),
                officer.revision(),
                officer.municipality(),
                stated.role(),
                officer.on(today),
                name,
                stated.published(),
                stated.title(),
                stated.termFrom(),
                stated.termUntil(),
                stated.training(),
                stated.trainingCompletedOn(),
                own ? List.of("change") : List.of());
    }
}
