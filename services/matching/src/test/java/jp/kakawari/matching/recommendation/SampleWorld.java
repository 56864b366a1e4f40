package jp.kakawari.matching.recommendation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.catalog.ProgramChanged.State;

/** The 128 programs and 30 personas of the sample data. */
final class SampleWorld {
    private SampleWorld() {}

    /** A persona and the programs that a good coordinator would suggest first. */
    record Persona(String id, Profile profile, List<UUID> expected, String difficulty) {}

    static List<ProgramChanged> programs() {
        return rows("/sample/programs.csv").stream().map(SampleWorld::program).toList();
    }

    static List<Persona> personas() {
        return rows("/sample/personas.csv").stream()
                .map(cell -> new Persona(
                        cell[0],
                        new Profile(
                                cell[1],
                                cell[2].substring(0, 2) + "s",
                                List.of(cell[3]),
                                said(cell[4]),
                                cell[5],
                                null,
                                said(cell[6]),
                                10,
                                false),
                        listed(cell[7]).stream().map(SampleWorld::id).toList(),
                        cell[8]))
                .toList();
    }

    static UUID id(String sourceId) {
        return UUID.nameUUIDFromBytes(sourceId.getBytes(StandardCharsets.UTF_8));
    }

    private static ProgramChanged program(String[] cell) {
        return new ProgramChanged(
                id(cell[0]),
                1,
                State.PUBLISHED,
                id(cell[2]),
                cell[2].isEmpty() ? null : cell[2],
                cell[6],
                cell[13],
                cell[7].replace(';', '、'),
                listed(cell[3]),
                listed(cell[4]),
                listed(cell[9]),
                listed(cell[8]),
                RelationClass.valueOf(cell[11]),
                Activity.valueOf(cell[12]),
                Mode.valueOf(cell[10]),
                null,
                Selection.FIRST_COME,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static List<String> said(String cell) {
        return cell.equals("なし") ? List.of() : listed(cell);
    }

    private static List<String> listed(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    private static List<String[]> rows(String path) {
        try (var lines = new BufferedReader(
                new InputStreamReader(SampleWorld.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
