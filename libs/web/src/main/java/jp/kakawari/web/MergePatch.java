package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): null removes, objects merge, everything else replaces. */
public final class MergePatch {
    private MergePatch() {}

    /** The patched copy of {@code current}; unknown or unreadable members are refused like those of any body. */
    public static <T> T apply(ObjectMapper json, T current, JsonNode patch, Class<T> type) {
        JsonNode merged = merge(json.valueToTree(current), patch);
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException unreadable) {
            throw JsonFlaws.of(unreadable);
        }
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merge(result.path(change.getKey()), change.getValue()));
            }
        });
        return result;
    }
}
