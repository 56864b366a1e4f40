package jp.kakawari.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/** Adds to the OpenAPI document what is the same everywhere: error answers, headers, scopes, and the list of problems. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    static final String PROBLEMS = "x-problems";
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    private final ProblemIndex problems;
    private final Scopes scopes;

    public CommonAnswers(IndexView index) {
        problems = ProblemIndex.of(index);
        scopes = Scopes.of(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("Problem", CommonSchemas.problem());
        CommonStatus.ALL
                .values()
                .forEach(status -> document.getComponents()
                        .addResponse(status.name(), status.toResponse(problemContent(status.example()))));
        document.addExtension(PROBLEMS, problems.toJson());
        if (document.getServers() == null || document.getServers().isEmpty()) {
            document.addServer(OASFactory.createServer().url("/"));
        }
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths()
                    .getPathItems()
                    .forEach((path, item) -> item.getOperations()
                            .forEach((method, operation) -> complete(path, item, method, operation)));
        }
    }

    private void complete(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        List<Parameter> parameters = Stream.of(item.getParameters(), operation.getParameters())
                .filter(java.util.Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        parameters.forEach(CommonParameters::complete);
        boolean secured =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        if (secured) {
            scopes.of(method, operation).ifPresent(scope -> operation.addExtension("x-required-scope", scope));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        fitting(path, parameters, operation, secured).forEach(code -> refer(operation, code));
        explain(operation);
    }

    /** Which of the common refusals this operation can give. */
    private static List<String> fitting(String path, List<Parameter> parameters, Operation operation, boolean secured) {
        boolean body = operation.getRequestBody() != null;
        boolean ifMatch = CommonParameters.has(parameters, "If-Match");
        boolean once = CommonParameters.has(parameters, "Idempotency-Key");
        Map<String, Boolean> when = new TreeMap<>(Map.of(
                "400", body || !parameters.isEmpty(),
                "401", secured,
                "403", secured,
                "404", path.contains("{"),
                "409", once,
                "412", ifMatch,
                "415", body,
                "422", body,
                "428", ifMatch,
                "429", true));
        when.put("413", body);
        return when.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The framework's own 401 and 403 say nothing; what a service declares stays. */
    private static void refer(Operation operation, String code) {
        APIResponse declared = operation.getResponses().getAPIResponse(code);
        boolean generated = declared != null
                && List.of("Not Authorized", "Not Allowed", "Bad Request").contains(declared.getDescription());
        if (declared == null || generated) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            code,
                            OASFactory.createAPIResponse()
                                    .ref(CommonStatus.ALL.get(code).name()));
        }
    }

    /** An error that a service declares in words is a problem too. */
    private static void explain(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((code, response) -> {
            boolean error = code.startsWith("4") || code.startsWith("5");
            if (error && response.getRef() == null && response.getContent() == null) {
                response.setContent(problemContent(null));
            }
        });
    }

    private static Content problemContent(Object example) {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemAnswer.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA))
                                .example(example));
    }
}
