package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Examples out of an OpenAPI document: the ones that are given, or put together from those of the parts. */
record Samples(JsonNode document) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEPTH = 8;
    private static final Map<String, String> BY_FORMAT = Map.of(
            "uuid", "0198c0de-0000-7000-8000-000000000001",
            "date", "2026-11-21",
            "date-time", "2026-11-21T10:00:00+09:00",
            "uri", "https://example.jp/",
            "email", "info@example.jp");

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(document.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** Of a media type or a parameter: its own example, one of its examples, or its schema's. */
    Optional<JsonNode> ofMedia(JsonNode media) {
        if (media.has("example")) {
            return Optional.of(media.get("example"));
        }
        if (media.path("examples").isObject() && !media.get("examples").isEmpty()) {
            return Optional.of(resolve(media.get("examples").iterator().next()).path("value"));
        }
        return ofSchema(media.path("schema"), 0);
    }

    private Optional<JsonNode> ofSchema(JsonNode referred, int depth) {
        JsonNode schema = resolve(referred);
        if (schema.has("example")) {
            return Optional.of(schema.get("example"));
        }
        for (String given : new String[] {"examples", "enum"}) {
            if (!schema.path(given).isEmpty()) {
                return Optional.of(schema.get(given).get(0));
            }
        }
        if (schema.has("default")) {
            return Optional.of(schema.get("default"));
        }
        for (String variant : new String[] {"allOf", "anyOf", "oneOf"}) {
            Optional<JsonNode> first = StreamSupport.stream(schema.path(variant).spliterator(), false)
                    .flatMap(part -> ofSchema(part, depth + 1).stream())
                    .findFirst();
            if (first.isPresent()) {
                return first;
            }
        }
        return depth > DEPTH ? Optional.empty() : ofType(schema, depth);
    }

    private Optional<JsonNode> ofType(JsonNode schema, int depth) {
        return switch (type(schema)) {
            case "object" -> ofObject(schema, depth);
            case "array" ->
                ofSchema(schema.path("items"), depth + 1)
                        .map(item -> JSON.arrayNode().add(item));
            case "boolean" -> Optional.of(JSON.booleanNode(false));
            case "integer", "number" ->
                Optional.of(JSON.numberNode(schema.path("minimum").asInt(1)));
            case "string" ->
                Optional.ofNullable(BY_FORMAT.get(schema.path("format").asText()))
                        .map(JSON::textNode);
            default -> Optional.empty();
        };
    }

    /** All properties that have an example; none at all when a required one lacks it. */
    private Optional<JsonNode> ofObject(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            ofSchema(property.getValue(), depth + 1).ifPresent(sample -> object.set(property.getKey(), sample));
        }
        for (JsonNode required : schema.path("required")) {
            if (!object.has(required.asText())) {
                return Optional.empty();
            }
        }
        return object.isEmpty() && schema.has("properties") ? Optional.empty() : Optional.of(object);
    }

    /** OpenAPI 3.1 writes nullable types as an array of names. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type instanceof ArrayNode types) {
            return StreamSupport.stream(types.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("");
        }
        return type.asText();
    }
}
