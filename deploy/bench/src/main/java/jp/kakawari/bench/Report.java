package jp.kakawari.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of one run, which begins with it: told as they come, kept as JSON and as a table in the README. */
final class Report {

    private static final Path FOLDER = Path.of("deploy", "bench");

    private final String name;
    private final Instant begun = Instant.now();
    private final List<Figure> figures = new ArrayList<>();

    Report(String name) {
        this.name = name;
    }

    void add(Figure figure) {
        figures.add(figure);
        System.out.println("  " + figure.row());
        System.out.flush();
    }

    /** Ends the run, and replaces the last run's figures where these are kept: 1 where a goal was missed, for the shell. */
    int end(boolean kept) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Duration took = Duration.between(begun, now);
        String run = "%s, %d processors, the whole run took %d min %d s"
                .formatted(now, Runtime.getRuntime().availableProcessors(), took.toMinutes(), took.toSecondsPart());
        long missed = figures.stream().filter(Figure::isMissed).count();
        System.out.printf("%s; %d of %d figures miss their goal%n", run, missed, figures.size());
        if (kept) {
            json(now, took);
            readme(run);
        }
        return missed == 0 ? 0 : 1;
    }

    private void json(Instant now, Duration took) throws IOException {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("measuredAt", now.toString());
        run.put("tookSeconds", took.toSeconds());
        run.put("processors", Runtime.getRuntime().availableProcessors());
        run.put("figures", figures);
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(FOLDER.resolve(name + ".json").toFile(), run);
    }

    private void readme(String run) throws IOException {
        Path readme = FOLDER.resolve("README.md");
        String text = Files.readString(readme);
        String begin = "<!-- %s -->\n".formatted(name);
        String end = "<!-- /%s -->".formatted(name);
        int from = text.indexOf(begin) + begin.length();
        Files.writeString(
                readme,
                text.substring(0, from) + table() + "\nMeasured " + run + ".\n" + text.substring(text.indexOf(end)));
    }

    private String table() {
        return "| what | measured | against | goal | reached |\n|---|---|---|---|---|\n"
                + figures.stream().map(Figure::row).collect(Collectors.joining("\n")) + "\n";
    }
}
