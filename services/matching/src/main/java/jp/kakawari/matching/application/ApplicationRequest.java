package jp.kakawari.matching.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What applying takes. */
record ApplicationRequest(
        @NotNull @Schema(description = "The program (受入プログラム)", examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID program,

        @NotNull
        @Schema(description = "Who wants to take part (関係人口の本人)", examples = "01938f6e-1c00-7a4b-9f21-6d2f1e4b7c10")
        UUID supporter,

        @Size(max = 20)
        @Schema(
                description = "Answers to the host's questions (質問への回答), at most 20; only applicant and host read them",
                examples = "{\"志望動機\": \"町と一緒に事業を始めたい\"}")
        Map<@NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String, @NotNull @Size(max = 1000) String>
                answers) {}
