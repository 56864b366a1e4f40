package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Walks every resource in a service's OpenAPI document with which something may be done: PUT, PATCH or DELETE on it, or a POST
 * below it that is no collection's. Whoever reads it is told {@code allowedActions}: by its own GET, or where it has none by the
 * list that it stands in.
 *
 * <p>Exceptions say why and must still be needed: the list may only shrink.
 */
public final class EveryResource {
    private static final String ACTIONS = "allowedActions";
    private static final Set<String> WRITES = Set.of("PUT", "PATCH", "DELETE");

    private final Map<String, ApiOperation> reads = new TreeMap<>();
    private final Map<String, String> lists = new TreeMap<>();
    private final Map<String, String> excuses = new TreeMap<>();
    private final Set<String> used = new HashSet<>();
    private final ApiDocument document;

    private EveryResource(ApiDocument document) {
        this.document = document;
        document.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> reads.put(unnamed(operation.path()), operation));
    }

    public static EveryResource of(URI service) {
        return new EveryResource(ApiDocument.read(service));
    }

    static EveryResource of(JsonNode document) {
        return new EveryResource(ApiDocument.of(document));
    }

    /** The resource is read in this list, which doesn't stand above it. */
    public EveryResource shownBy(String path, String listPath) {
        lists.put(unnamed(path), unnamed(listPath));
        return this;
    }

    /** The resource tells no actions, for a reason. */
    public EveryResource excuse(String path, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("Say why " + path + " is excused");
        }
        excuses.put(unnamed(path), why);
        return this;
    }

    /** Throws one AssertionError that lists each finding. */
    public void check() {
        Map<String, List<String>> resources = new TreeMap<>();
        document.operations()
                .forEach(operation -> resourceOf(operation)
                        .ifPresent(resource -> resources
                                .computeIfAbsent(resource, none -> new ArrayList<>())
                                .add(operation.id())));
        Set<String> findings = new TreeSet<>();
        resources.forEach((resource, acts) -> {
            if (!tells(resource)) {
                addUnlessExcused(findings, resource, acts);
            }
        });
        excuses.keySet().stream()
                .filter(path -> !used.contains(path))
                .forEach(path -> findings.add(path + " is no longer in need of its excuse: remove it"));
        lists.forEach((path, list) -> {
            if (!resources.containsKey(path) || !reads.containsKey(list)) {
                findings.add(path + " is said to be shown by " + list + ", and one of them is not there: remove it");
            }
        });
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.size() + " findings:\n" + String.join("\n", findings));
        }
    }

    private void addUnlessExcused(Set<String> findings, String resource, List<String> acts) {
        if (excuses.containsKey(resource)) {
            used.add(resource);
        } else {
            findings.add(resource + " is acted upon by " + acts + " and says " + ACTIONS
                    + " nowhere: put them into what reads it");
        }
    }

    /** With what this operation does something; empty for what reads, and for what begins something new. */
    private Optional<String> resourceOf(ApiOperation operation) {
        String path = unnamed(operation.path());
        String parent = parent(path);
        if (WRITES.contains(operation.method())) {
            return Optional.of(path.endsWith("}") || isSingle(path) ? path : parent);
        }
        boolean act = operation.method().equals("POST") && !reads.containsKey(path);
        return act && (parent.endsWith("}") || isSingle(parent)) ? Optional.of(parent) : Optional.empty();
    }

    private boolean isSingle(String path) {
        return Optional.ofNullable(reads.get(path))
                .flatMap(EveryResource::answer)
                .filter(schema -> !schema.path("properties").has("items"))
                .isPresent();
    }

    private boolean tells(String resource) {
        String reader = reads.containsKey(resource) ? resource : lists.getOrDefault(resource, parent(resource));
        return Optional.ofNullable(reads.get(reader))
                .filter(read -> answer(read)
                        .filter(schema -> hasActions(read.samples(), schema))
                        .isPresent())
                .isPresent();
    }

    private static Optional<JsonNode> answer(ApiOperation operation) {
        return operation
                .response("200")
                .map(answer -> answer.path("content").path("application/json").path("schema"))
                .map(operation.samples()::resolve);
    }

    /** It says so itself, or each of its items does. */
    private static boolean hasActions(Samples samples, JsonNode referred) {
        JsonNode schema = samples.resolve(referred);
        JsonNode properties = schema.path("properties");
        return properties.has(ACTIONS)
                || Stream.of("allOf", "anyOf", "oneOf")
                        .flatMap(kind -> StreamSupport.stream(schema.path(kind).spliterator(), false))
                        .anyMatch(part -> hasActions(samples, part))
                || Stream.of(properties.path("items").path("items"), schema.path("items"))
                        .filter(items -> !items.isMissingNode())
                        .anyMatch(items -> hasActions(samples, items));
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** Operations may name the same parameter differently. */
    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
