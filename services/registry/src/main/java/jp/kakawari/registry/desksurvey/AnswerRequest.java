package jp.kakawari.registry.desksurvey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import jp.kakawari.registry.contactpoint.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a government answers. */
@Schema(name = "DeskAnswerRequest", description = "窓口設置状況の回答")
public record AnswerRequest(
        @NotNull
        @Size(max = 3)
        @Schema(
                description = "窓口の対象者, see /v1/code-lists/desk-targets; empty: there is no desk (未設置)",
                examples = "[\"MIGRATION\", \"RELATION\"]")
        List<@NotNull Target> targets) {

    /** The codes with commas between, each once and in their order; empty text for no desk. */
    String joined() {
        return joined(targets);
    }

    static String joined(List<Target> targets) {
        return targets.stream().distinct().sorted().map(Target::name).collect(Collectors.joining(","));
    }
}
