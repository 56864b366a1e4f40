package jp.kakawari.local;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of the 128 real programs of the sample world. Its application window is ours: two of three are open since the month
 * before, the third opens next month; each for half a year.
 */
record SampleProgram(String id, String hostGovernment, Map<String, Object> body) {

    /** All of them, in the order of the file. */
    static List<SampleProgram> all(LocalDate today) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        SampleProgram.class.getResourceAsStream("/sample/programs.csv"), StandardCharsets.UTF_8))) {
            return rows.stream().map(row -> of(row, today)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Organisation that publishes it: the host government, or an intermediary for a nationwide one. */
    Client publisher(Actors actors) {
        return hostGovernment.isEmpty() ? actors.intermediary() : actors.government(hostGovernment);
    }

    private static SampleProgram of(NamedCsvRecord row, LocalDate today) {
        LocalDate opens = today.withDayOfMonth(1).plusMonths(row.getStartingLineNumber() % 3 == 0 ? 1 : -1);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sourceId", row.getField("id"));
        body.put("title", row.getField("title"));
        body.put("summary", row.getField("summary"));
        body.put("audience", row.getField("audience"));
        body.put("municipalities", list(row.getField("municipalities")));
        body.put("themes", list(row.getField("themes")));
        body.put("activities", list(row.getField("activities")));
        body.put("schemeTypes", list(row.getField("schemeTypes")));
        body.put("mode", row.getField("mode"));
        body.put("relationClass", row.getField("relationClass"));
        body.put("activity", row.getField("activity"));
        body.put("selection", "FIRST_COME");
        body.put(
                "applicationOpens",
                opens.atStartOfDay().atOffset(ZoneOffset.ofHours(9)).toString());
        body.put(
                "applicationCloses",
                opens.plusMonths(6)
                        .atStartOfDay()
                        .atOffset(ZoneOffset.ofHours(9))
                        .toString());
        return new SampleProgram(row.getField("id"), row.getField("hostGovernment"), body);
    }

    private static List<String> list(String cell) {
        return Stream.of(cell.split(";")).filter(word -> !word.isBlank()).toList();
    }
}
