package jp.kakawari.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the service's own OpenAPI document, made at build time, knows of its problems and paths. */
@ApplicationScoped
class ApiDocument {
    private static final String GENERATED = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final JsonNode document = read();

    Optional<JsonNode> problem(String code) {
        return StreamSupport.stream(document.path(CommonAnswers.PROBLEMS).spliterator(), false)
                .filter(problem -> problem.path("code").asText().equals(code))
                .findFirst();
    }

    /** The methods that an address takes, for {@code Allow}. */
    List<String> methodsOf(String address) {
        return document.path("paths").properties().stream()
                .filter(path -> address.matches(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(Map.Entry::getValue)
                .flatMap(path -> Stream.of("get", "head", "post", "put", "patch", "delete")
                        .filter(method -> path.has(method.equals("head") ? "get" : method)))
                .map(method -> method.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static JsonNode read() {
        try (InputStream source = Thread.currentThread().getContextClassLoader().getResourceAsStream(GENERATED)) {
            return new ObjectMapper().readTree(source);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
