package jp.kakawari.syncclient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The lists that a path on the command line stands for. */
final class Lists {

    static final String CSV = "text/csv";

    private static final Map<String, String> TYPES = Map.of(
            ".csv",
            CSV,
            ".txt",
            CSV,
            ".ndjson",
            "application/x-ndjson",
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Excel leaves such a file beside an open workbook. */
    private static final String LOCK = "~$";

    private Lists() {}

    /** The content type of a list by its name, or null for something that is no list. */
    static String typeOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : TYPES.get(name.substring(dot));
    }

    static boolean isType(String type) {
        return TYPES.containsValue(type);
    }

    /** The usual end of the names of such lists (拡張子). */
    static String extensionOf(String type) {
        return TYPES.entrySet().stream()
                .filter(known -> known.getValue().equals(type))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * The file itself, or every list of a folder in the order of their names; never none.
     *
     * @param snapshot whether it is said that nobody is missing, which can be true of one list only
     */
    static List<Path> of(Path path, boolean snapshot) {
        if (!Files.exists(path)) {
            throw new Failed(Exit.REFUSED, "%s が見つかりません。".formatted(path));
        }
        List<Path> lists = Files.isDirectory(path) ? in(path) : List.of(path);
        if (snapshot && lists.size() > 1) {
            throw new Failed(
                    Exit.WRONG_USE,
                    "全件入替（--snapshot）では、全員がそろった1つの名簿を指定してください（フォルダー %s には名簿が %d あり、後の名簿が前の名簿の会員を終了させてしまいます）。何も送信していません。"
                            .formatted(path, lists.size()));
        }
        return lists;
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> lists = files.filter(Lists::isList).sorted().toList();
            if (lists.isEmpty()) {
                throw new Failed(Exit.REFUSED, "フォルダー %s に名簿（.csv .txt .ndjson .xlsx）がありません。".formatted(folder));
            }
            return lists;
        } catch (IOException | UncheckedIOException closed) {
            throw new Failed(Exit.REFUSED, "フォルダー %s を開けません。アクセスできるか確認してください。".formatted(folder));
        }
    }

    private static boolean isList(Path file) {
        return Files.isRegularFile(file)
                && typeOf(file) != null
                && !file.getFileName().toString().startsWith(LOCK);
    }
}
