package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A service's OpenAPI document as it is served. */
record ApiDocument(List<ApiOperation> operations) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static ApiDocument read(URI service) {
        try (var source = service.resolve("/q/openapi?format=json").toURL().openStream()) {
            return of(new ObjectMapper().readTree(source));
        } catch (IOException unreadable) {
            throw new AssertionError("No OpenAPI document at " + service + "q/openapi", unreadable);
        }
    }

    static ApiDocument of(JsonNode document) {
        Samples samples = new Samples(document);
        return new ApiDocument(document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new ApiOperation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                samples)))
                .toList());
    }
}
