package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The Japanese names of codes (コード一覧), read from the registry once a run. */
final class Labels {

    private final Registry registry;
    private final Map<String, Map<String, String>> lists = new HashMap<>();

    Labels(Registry registry) {
        this.registry = registry;
    }

    /** The name of a code of that list; a code that is not on it stays as it is, and none is empty. */
    String of(String list, JsonNode code) {
        String text = code.asText("");
        return names(list).getOrDefault(text, text);
    }

    /** Code → name. */
    Map<String, String> names(String list) {
        return lists.computeIfAbsent(list, this::read);
    }

    /** The names of several codes in one cell. */
    String ofAll(String list, JsonNode codes) {
        return StreamSupport.stream(codes.spliterator(), false)
                .map(code -> of(list, code))
                .collect(Collectors.joining("、"));
    }

    private Map<String, String> read(String list) {
        Map<String, String> names = new HashMap<>();
        registry.get(registry.named("/v1/code-lists/" + list), "codes")
                .path("codes")
                .forEach(code ->
                        names.put(code.path("code").asText(), code.path("ja").asText()));
        return names;
    }
}
