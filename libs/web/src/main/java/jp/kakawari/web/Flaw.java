package jp.kakawari.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** One entry of {@code errors[]}: where the input is wrong and why. Line and column are 1-based, 0 when unknown. */
record Flaw(String pointer, String parameter, int line, int column, String english, String japanese) {

    static Flaw inBody(String pointer, String en, String ja) {
        return new Flaw(pointer, null, 0, 0, en, ja);
    }

    static Flaw inParameter(String name, String en, String ja) {
        return new Flaw(null, name, 0, 0, en, ja);
    }

    String place() {
        return pointer == null ? parameter : pointer;
    }

    Map<String, Object> toJson(boolean inEnglish) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (pointer != null) {
            json.put("pointer", pointer);
        }
        if (parameter != null) {
            json.put("parameter", parameter);
        }
        if (line > 0) {
            json.put("line", line);
            json.put("column", column);
        }
        json.put("detail", inEnglish ? english : japanese);
        return json;
    }
}
