package jp.kakawari.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/** Every {@link Problem} of a service, found at build time. */
record ProblemIndex(List<Entry> entries) {

    record Entry(String code, int status, String title, String titleJa) {
        static Entry of(AnnotationInstance problem) {
            return new Entry(
                    problem.value("code").asString(),
                    problem.value("status").asInt(),
                    problem.value("title").asString(),
                    problem.value("titleJa").asString());
        }

        Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("code", code);
            json.put("status", status);
            json.put("title", title);
            json.put("titleJa", titleJa);
            return json;
        }
    }

    static ProblemIndex of(IndexView index) {
        return new ProblemIndex(index.getAnnotations(Problem.class).stream()
                .map(Entry::of)
                .distinct()
                .sorted(Comparator.comparingInt(Entry::status).thenComparing(Entry::code))
                .toList());
    }

    List<Map<String, Object>> toJson() {
        return entries.stream().map(Entry::toJson).toList();
    }
}
