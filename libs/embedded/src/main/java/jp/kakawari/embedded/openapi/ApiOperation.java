package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One operation of an OpenAPI document, with what is needed to call it. */
record ApiOperation(String method, String path, JsonNode json, Samples samples) {
    private static final Map<String, String> OWN = Map.of("municipality", "212172", "prefecture", "210005");
    private static final Map<String, String> FOREIGN = Map.of("municipality", "194425", "prefecture", "190004");

    private static final String UNKNOWN = "ownedBy";

    /** A request body: its media type and an example of it. */
    record Body(String mediaType, String text) {}

    String id() {
        return json.path("operationId").asText(method + " " + path);
    }

    boolean isSecured() {
        return json.path("security").size() > 0;
    }

    Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        json.path("security")
                .forEach(
                        requirement -> requirement.forEach(scheme -> scheme.forEach(role -> roles.add(role.asText()))));
        return roles;
    }

    List<JsonNode> parameters(String place) {
        return StreamSupport.stream(json.path("parameters").spliterator(), false)
                .map(samples::resolve)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .toList();
    }

    Optional<JsonNode> response(String code) {
        return Optional.ofNullable(json.path("responses").get(code)).map(samples::resolve);
    }

    boolean hasBody() {
        return json.has("requestBody");
    }

    Optional<Body> body() {
        return json.path("requestBody").path("content").properties().stream()
                .flatMap(content -> samples
                        .ofMedia(content.getValue())
                        .map(sample ->
                                new Body(content.getKey(), sample.isTextual() ? sample.asText() : sample.toString()))
                        .stream())
                .findFirst();
    }

    /** Its example with a property more than it names; empty where its body isn't the JSON object that is meant. */
    Optional<Body> bodyWithMore() {
        return body().filter(body -> body.mediaType().equals("application/json")
                        && body.text().startsWith("{"))
                .map(body -> new Body(
                        body.mediaType(),
                        "{\"" + UNKNOWN + "\": 1"
                                + (body.text().length() > 2 ? ", " : "")
                                + body.text().substring(1)));
    }

    /** The address with its parameters' examples, in 飛騨市 or 岐阜県. */
    String ownPath() {
        return path(OWN);
    }

    /** {@link #ownPath} with the total asked for; empty where that can't be asked. */
    Optional<String> countedPath() {
        return asks("count") ? Optional.of(with(ownPath(), "count=true")) : Optional.empty();
    }

    /** Whether it answers many, in pages or all at once. */
    boolean isList() {
        return method.equals("GET") && (asks("count") || answersItems());
    }

    /** For how many of them at most it may be asked; 0 where it always answers all. */
    int mostAtOnce() {
        return asked("limit")
                .map(limit ->
                        samples.resolve(limit.path("schema")).path("maximum").asInt(200))
                .orElse(0);
    }

    private boolean asks(String name) {
        return asked(name).isPresent();
    }

    private Optional<JsonNode> asked(String name) {
        return parameters("query").stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst();
    }

    private boolean answersItems() {
        return response("200")
                .map(answer -> samples.resolve(
                        answer.path("content").path("application/json").path("schema")))
                .filter(schema -> schema.path("properties").has("items"))
                .isPresent();
    }

    /** The address with one more parameter. */
    static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    /** The same in 小菅村 or 山梨県; empty where the path names no government. */
    Optional<String> foreignPath() {
        boolean names = FOREIGN.keySet().stream().anyMatch(name -> path.contains("{" + name + "}"));
        return names ? Optional.of(path(FOREIGN)) : Optional.empty();
    }

    private String path(Map<String, String> governments) {
        String filled = path;
        for (JsonNode parameter : parameters("path")) {
            String name = parameter.path("name").asText();
            filled = filled.replace("{" + name + "}", encode(governments.getOrDefault(name, sample(parameter))));
        }
        List<String> query = new ArrayList<>();
        parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .forEach(parameter -> query.add(parameter.path("name").asText() + "=" + encode(sample(parameter))));
        return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }

    Map<String, String> requiredHeaders() {
        return parameters("header").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .collect(Collectors.toMap(
                        parameter -> parameter.path("name").asText(),
                        this::sample,
                        (one, same) -> one,
                        LinkedHashMap::new));
    }

    private String sample(JsonNode parameter) {
        return samples.ofMedia(parameter).map(JsonNode::asText).orElse("1");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
