package jp.kakawari.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Explains the headers that mean the same everywhere, and gives parameters an example where they have none. */
final class CommonParameters {
    private record Header(String description, String example, boolean required) {}

    private static final Map<String, Header> HEADERS = Map.of(
            "Idempotency-Key",
            new Header(
                    "Fresh UUID per request, repeated when the request is repeated (冪等キー); kept 24 h",
                    "0f8fad5b-d9cb-469f-a165-70867728950e",
                    true),
            "If-Match",
            new Header("ETag of the version that was read", "\"3\"", true),
            "If-None-Match",
            new Header("ETag that the client already holds", "\"3\"", false));

    private static final String SAMPLE_ID = "0198c0de-0000-7000-8000-000000000001";

    private static final Map<String, String> SAMPLES = Map.of("municipality", "212172", "prefecture", "210005");

    private CommonParameters() {}

    static boolean has(List<Parameter> parameters, String name) {
        return parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    static void complete(Parameter parameter) {
        Header header = parameter.getName() == null ? null : HEADERS.get(parameter.getName());
        if (header != null) {
            parameter.setDescription(header.description());
            parameter.setRequired(header.required());
            parameter.setExample(header.example());
            parameter.setSchema(
                    OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(255));
        } else if (parameter.getExample() == null && parameter.getExamples() == null) {
            sample(parameter).ifPresent(parameter::setExample);
        }
    }

    private static Optional<String> sample(Parameter parameter) {
        if (parameter.getSchema() != null && "uuid".equals(parameter.getSchema().getFormat())) {
            return Optional.of(SAMPLE_ID);
        }
        return Optional.ofNullable(parameter.getName()).map(SAMPLES::get);
    }
}
