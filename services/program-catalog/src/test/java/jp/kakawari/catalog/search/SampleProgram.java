package jp.kakawari.catalog.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One of the 128 programs of the sample world, by the names of its columns; no cell of the file is quoted. */
record SampleProgram(Map<String, String> row) {

    static List<SampleProgram> all() {
        var file = Objects.requireNonNull(SampleProgram.class.getResourceAsStream("/sample/programs.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            String[] names = lines.readLine().split(",");
            return lines.lines().map(line -> read(names, line.split(",", -1))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SampleProgram read(String[] names, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return new SampleProgram(row);
    }

    String id() {
        return row.get("id");
    }

    String host() {
        return row.get("hostGovernment");
    }

    String title() {
        return row.get("title");
    }

    String themes() {
        return row.get("themes");
    }

    List<String> prefectures() {
        return list("prefectures");
    }

    /** Whether its own words, places aside, contain it. */
    boolean contains(String word) {
        return String.join(" ", title(), row.get("summary"), row.get("audience"), themes(), row.get("activities"))
                .contains(word);
    }

    boolean has(String filter, String value) {
        return switch (filter) {
            case "theme" -> list("themes").contains(value);
            case "activity" -> list("activities").contains(value);
            default -> row.get(filter).equals(value);
        };
    }

    Map<String, Object> sheet() {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("sourceId", id());
        for (String text : List.of("title", "summary", "audience", "mode", "relationClass", "activity")) {
            sheet.put(text, row.get(text));
        }
        for (String words : List.of("municipalities", "themes", "activities", "schemeTypes")) {
            sheet.put(words, list(words));
        }
        if (!row.get("fiscalYear").isEmpty()) {
            sheet.put("fiscalYear", Integer.valueOf(row.get("fiscalYear")));
        }
        return sheet;
    }

    private List<String> list(String column) {
        return row.get(column).isEmpty() ? List.of() : List.of(row.get(column).split(";"));
    }
}
