package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operation's description lacks, each with what to do about it. */
final class Description {
    private static final String PROBLEM = "application/problem+json";

    private final ApiOperation operation;
    private final List<String> findings = new ArrayList<>();

    private Description(ApiOperation operation) {
        this.operation = operation;
    }

    static List<String> of(ApiOperation operation, boolean declaredPublic) {
        Description description = new Description(operation);
        description.mustHaveWords();
        description.mustNameItsCallers(declaredPublic);
        description.mustExplainItsErrors();
        return description.findings;
    }

    private void mustHaveWords() {
        for (String word : new String[] {"operationId", "summary"}) {
            if (operation.json().path(word).asText().isBlank()) {
                findings.add("has no " + word + ": give it @Operation(" + word + " = …)");
            }
        }
    }

    private void mustNameItsCallers(boolean declaredPublic) {
        if (declaredPublic && operation.isSecured()) {
            findings.add("needs a token but is named in isPublic(...): remove it there");
        } else if (!declaredPublic && operation.roles().isEmpty()) {
            findings.add("names no role: put @RolesAllowed on it, or name it in isPublic(...)");
        }
    }

    private void mustExplainItsErrors() {
        List<String> due = new ArrayList<>(List.of("429"));
        if (operation.isSecured()) {
            due.addAll(List.of("401", "403"));
        }
        if (operation.path().contains("{")) {
            due.add("404");
        }
        if (operation.hasBody()) {
            due.addAll(List.of("400", "422"));
        }
        for (String code : due) {
            Optional<JsonNode> answer = operation.response(code);
            if (answer.isEmpty() || !answer.get().path("content").has(PROBLEM)) {
                findings.add("has no " + code + " answer of type " + PROBLEM + ": is the filter of libs/web on?");
            }
        }
    }

    /** What to do when neither what is sent nor what is answered has an example. */
    static Optional<String> withoutExample(ApiOperation operation) {
        if (operation.hasBody() && operation.body().isEmpty()) {
            return Optional.of("has no example of its body: put @Schema(examples = …) on each required component"
                    + " or @ExampleObject on the body");
        }
        List<JsonNode> answers = Stream.of("200", "201", "202")
                .flatMap(code -> operation.response(code).stream())
                .flatMap(answer -> answer.path("content").properties().stream())
                .map(Map.Entry::getValue)
                .toList();
        Stream<JsonNode> asked =
                Stream.of("path", "query", "header").flatMap(place -> operation.parameters(place).stream());
        boolean shown = operation.hasBody()
                || Stream.concat(answers.stream(), asked)
                        .anyMatch(media -> operation.samples().ofMedia(media).isPresent());
        return answers.isEmpty() || shown
                ? Optional.empty()
                : Optional.of(
                        "has no example: put @Schema(examples = …) on what it answers or @Parameter(example = …)");
    }
}
