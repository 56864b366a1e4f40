package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a client of the former document could no longer do, send or read under the new one. */
final class BreakingChanges {
    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> found = new TreeSet<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(before, after);
        changes.compareOperations();
        changes.compareSchemas();
        return new ArrayList<>(changes.found);
    }

    private void compareOperations() {
        Map<String, ApiOperation> now = operations(after);
        operations(before).forEach((name, then) -> {
            ApiOperation same = now.get(name);
            if (same == null) {
                found.add(name + " is gone");
                return;
            }
            if (!same.id().equals(then.id())) {
                found.add(name + " is no longer called " + then.id());
            }
            compareParameters(name, then, same);
            compareAnswers(name, then, same);
            if (then.isSecured() ? !same.roles().containsAll(then.roles()) : same.isSecured()) {
                found.add(name + " may no longer be called by all who could");
            }
            if (!required(then.json(), "requestBody") && required(same.json(), "requestBody")) {
                found.add(name + " now requires a body");
            }
            removed(then.json().at("/requestBody/content"), same.json().at("/requestBody/content"))
                    .forEach(type -> found.add(name + " no longer takes " + type));
        });
    }

    private void compareParameters(String name, ApiOperation then, ApiOperation now) {
        for (String place : new String[] {"path", "query", "header"}) {
            Map<String, JsonNode> old = byName(then.parameters(place));
            Map<String, JsonNode> current = byName(now.parameters(place));
            old.keySet().stream()
                    .filter(parameter -> !current.containsKey(parameter))
                    .forEach(
                            parameter -> found.add(name + " no longer takes the " + place + " parameter " + parameter));
            current.forEach((parameter, json) -> {
                boolean wasRequired = old.containsKey(parameter)
                        && old.get(parameter).path("required").asBoolean();
                if (json.path("required").asBoolean() && !wasRequired) {
                    found.add(name + " now requires the " + place + " parameter " + parameter);
                }
            });
        }
    }

    private void compareAnswers(String name, ApiOperation then, ApiOperation now) {
        then.json().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> {
                    JsonNode same = now.json().path("responses").path(answer.getKey());
                    if (same.isMissingNode()) {
                        found.add(name + " no longer answers " + answer.getKey());
                        return;
                    }
                    removed(answer.getValue().path("content"), same.path("content"))
                            .forEach(type -> found.add(name + " no longer answers " + type));
                });
    }

    private void compareSchemas() {
        Set<String> sent = sentSchemas();
        before.at("/components/schemas").properties().forEach(schema -> {
            JsonNode now = after.at("/components/schemas").path(schema.getKey());
            if (!now.isMissingNode()) {
                compare(schema.getKey(), schema.getValue(), now, sent.contains(schema.getKey()));
            }
        });
    }

    private void compare(String name, JsonNode then, JsonNode now, boolean sent) {
        removed(then.path("properties"), now.path("properties"))
                .forEach(property -> found.add(name + " no longer has " + property));
        Set<String> values = texts(then.path("enum"));
        values.removeAll(texts(now.path("enum")));
        if (now.has("enum")) {
            values.forEach(value -> found.add(name + " no longer knows " + value));
        }
        if (sent) {
            Set<String> required = texts(now.path("required"));
            required.removeAll(texts(then.path("required")));
            required.forEach(property -> found.add(name + " now requires " + property));
        }
        then.path("properties").properties().forEach(property -> {
            JsonNode same = now.path("properties").path(property.getKey());
            if (!same.isMissingNode() && !kind(property.getValue()).equals(kind(same))) {
                found.add(name + "." + property.getKey() + " is now " + kind(same) + " instead of "
                        + kind(property.getValue()));
            }
        });
    }

    /** The schemas that clients send: those reachable from a request body. */
    private Set<String> sentSchemas() {
        Set<String> sent = new HashSet<>();
        operations(after)
                .values()
                .forEach(operation -> references(operation.json().path("requestBody"), sent));
        return sent;
    }

    private void references(JsonNode node, Set<String> seen) {
        node.findValues("$ref").forEach(reference -> {
            String name = reference.asText().substring(reference.asText().lastIndexOf('/') + 1);
            if (seen.add(name)) {
                references(after.at("/components/schemas").path(name), seen);
            }
        });
    }

    private static Map<String, ApiOperation> operations(JsonNode document) {
        Map<String, ApiOperation> operations = new TreeMap<>();
        ApiDocument.of(document)
                .operations()
                .forEach(operation -> operations.put(operation.method() + " " + operation.path(), operation));
        return operations;
    }

    private static Map<String, JsonNode> byName(List<JsonNode> parameters) {
        Map<String, JsonNode> byName = new TreeMap<>();
        parameters.forEach(parameter -> byName.put(parameter.path("name").asText(), parameter));
        return byName;
    }

    private static Set<String> removed(JsonNode then, JsonNode now) {
        Set<String> names = new TreeSet<>();
        then.fieldNames().forEachRemaining(names::add);
        names.removeIf(now::has);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static boolean required(JsonNode operation, String part) {
        return operation.path(part).path("required").asBoolean();
    }

    private static String kind(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.get("$ref").asText().replaceFirst(".*/", "");
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? String.join(" or ", texts(type)) : type.asText("anything");
    }
}
