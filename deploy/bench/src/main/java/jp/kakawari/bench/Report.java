package jp.kakawari.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of one run: told as they come, kept as JSON and as a table in the README. */
final class Report {

    private static final Path FOLDER = Path.of("deploy", "bench");

    private final String name;
    private final List<Figure> figures = new ArrayList<>();

    Report(String name) {
        this.name = name;
    }

    void add(Figure figure) {
        figures.add(figure);
        System.out.println("  " + figure.row());
        System.out.flush();
    }

    /** Replaces the last run's figures. */
    void write() throws IOException {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("measuredAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        run.put("processors", Runtime.getRuntime().availableProcessors());
        run.put("figures", figures);
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(FOLDER.resolve(name + ".json").toFile(), run);
        Path readme = FOLDER.resolve("README.md");
        String text = Files.readString(readme);
        String begin = "<!-- %s -->\n".formatted(name);
        String end = "<!-- /%s -->".formatted(name);
        int from = text.indexOf(begin) + begin.length();
        Files.writeString(readme, text.substring(0, from) + table() + text.substring(text.indexOf(end)));
    }

    private String table() {
        return "| what | measured | against | goal | reached |\n|---|---|---|---|---|\n"
                + figures.stream().map(Figure::row).collect(Collectors.joining("\n")) + "\n";
    }
}
