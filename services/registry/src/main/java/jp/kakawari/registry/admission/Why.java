package jp.kakawari.registry.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one rule said (判断の理由), in words that name nobody and no place.
 *
 * @param rule RESIDENCE, OWN_RESIDENT, IDENTIFIED, PLEDGE, QUESTION:code, PER_PERSON, MEMBERS, APPROVAL or JOINING
 */
@Schema(description = "判断の理由")
public record Why(
        @Schema(examples = "RESIDENCE") String rule,
        @Schema(examples = "PASSED") Outcome outcome,
        @Schema(examples = "居住地の条件を満たしています") String ja,
        @Schema(examples = "the residence is admitted") String en) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** 適合, 不適合, 審査待ち */
    public enum Outcome {
        PASSED,
        FAILED,
        PENDING
    }

    static Why passed(String rule, String ja, String en) {
        return new Why(rule, Outcome.PASSED, ja, en);
    }

    static Why failed(String rule, String ja, String en) {
        return new Why(rule, Outcome.FAILED, ja, en);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule);
        map.put("outcome", outcome.name());
        map.put("ja", ja);
        map.put("en", en);
        return map;
    }

    /** Reasons as they are kept; the other way round {@link #parse}. */
    public static String write(List<Why> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Null stays null. */
    public static List<Why> parse(String json) {
        try {
            return json == null ? null : JSON.readValue(json, new TypeReference<List<Why>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("reasons can't be read", broken);
        }
    }
}
