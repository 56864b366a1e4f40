package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list can't take more memory than a small one does: all of them are read in a heap of 64 MB. */
class HostileListsTest {

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("csv cell", "unreadable-roster: Line 2"),
            Map.entry("csv columns", "unreadable-roster: Line 1"),
            Map.entry("csv empty rows", "unreadable-roster: Line 1048578"),
            Map.entry("csv gzip bomb", "unreadable-roster: gzip"),
            Map.entry("csv gzip header", "unreadable-roster: "),
            Map.entry("ndjson cell", "unreadable-roster: Line 2"),
            Map.entry("ndjson nesting", "unreadable-roster: Line 2"),
            Map.entry("ndjson empty rows", "unreadable-roster: Line 1048578"),
            Map.entry("ndjson empty objects", "unreadable-roster: Line 1048578"),
            Map.entry("ndjson columns", "unreadable-roster: Line 1"),
            Map.entry("xlsx cell", "unreadable-roster: xl/worksheets/sheet1.xml"),
            Map.entry("xlsx bomb", "unreadable-roster: xl/worksheets/sheet1.xml"),
            Map.entry("xlsx empty rows", "unreadable-roster: xl/worksheets/sheet1.xml"),
            Map.entry("xlsx names", "unreadable-roster: xl/worksheets/sheet1.xml"),
            Map.entry("xlsx attribute", "unreadable-roster: xl/worksheets/sheet1.xml"),
            Map.entry("xlsx comment", "unreadable-roster: xl/worksheets/sheet1.xml"),
            Map.entry("xlsx columns", "unreadable-roster: Line 2"),
            Map.entry("xlsx depth", "unreadable-roster: "),
            Map.entry("xlsx widths", "0 rows"),
            Map.entry("xlsx links", "0 rows"),
            Map.entry("xlsx wide row", "unreadable-roster: Line 2"),
            Map.entry("xlsx styles", "0 rows"),
            Map.entry("xlsx parts", "unreadable-roster: zip"),
            Map.entry("xlsx texts", "100000 rows"));

    @Test
    void noneOfThemFillsTheMemory() throws IOException, InterruptedException {
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileLists.class.getName())
                .redirectErrorStream(true)
                .start();
        String told = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).as(told).isZero();
        Map<String, String> outcomes = new HashMap<>();
        told.lines().forEach(line -> outcomes.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        assertThat(outcomes).containsOnlyKeys(EXPECTED.keySet());
        EXPECTED.forEach(
                (list, outcome) -> assertThat(outcomes.get(list)).as(list).startsWith(outcome));
    }
}
