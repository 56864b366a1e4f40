package jp.kakawari.matching.supporter;

import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.matching.KnownEvents;

/**
 * A supporter whom a municipality may ask for help, as scoring needs them.
 *
 * @param prefecture two-digit code of the residence, null overseas or unknown
 * @param mode how they prefer to take part, null when not said
 * @param stage of their tie to that municipality
 * @param resident whether they live in it
 */
public record Reachable(
        UUID id,
        String prefecture,
        List<String> interests,
        List<String> skills,
        Mode mode,
        Stage stage,
        boolean resident) {

    static Reachable of(Object[] row) {
        return new Reachable(
                (UUID) row[0],
                (String) row[1],
                words((String) row[2]),
                words((String) row[3]),
                row[4] == null ? null : Mode.valueOf((String) row[4]),
                row[5] == null ? null : Stage.valueOf((String) row[5]),
                Boolean.TRUE.equals(row[6]));
    }

    private static List<String> words(String json) {
        String[] words = json == null ? null : KnownEvents.read(json, String[].class);
        return words == null ? List.of() : List.of(words);
    }
}
