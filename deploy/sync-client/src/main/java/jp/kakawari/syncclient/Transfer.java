package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends one list, shows how far it is, and tells the report. */
final class Transfer {

    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");
    private static final Map<String, String> TYPES = Map.of(
            ".csv", "text/csv",
            ".txt", "text/csv",
            ".ndjson", "application/x-ndjson",
            ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Registry registry;
    private final PrintWriter out;
    private final PrintWriter progress;

    Transfer(Registry registry, PrintWriter out, PrintWriter progress) {
        this.registry = registry;
        this.out = out;
        this.progress = progress;
    }

    /** The content type of a list by its name, or null for something that is no list. */
    static String typeOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : TYPES.get(name.substring(dot));
    }

    /** Sends, waits for the report and prints it. */
    Exit send(Path list, Kind.Records kind, String query) {
        String type = typeOf(list);
        if (type == null) {
            throw new Failed(Exit.REFUSED, "%s は名簿のファイルではありません（.csv .ndjson .xlsx）。".formatted(list));
        }
        out.println("%s（%s）を送信しています …".formatted(list.getFileName(), kind.ja()));
        out.flush();
        JsonNode accepted = registry.post(
                registry.own(kind.path() + "?" + query),
                type,
                list,
                UUID.randomUUID().toString());
        return report(follow(accepted, kind));
    }

    private JsonNode follow(JsonNode sync, Kind.Records kind) {
        JsonNode state = sync;
        while (!FINISHED.contains(state.path("state").asText())) {
            JsonNode at = state.path("progress");
            progress.print("\r  反映中 %,d 件（毎秒 %,d 件%s）   "
                    .formatted(
                            at.path("created").asLong()
                                    + at.path("changed").asLong()
                                    + at.path("unchanged").asLong(),
                            at.path("rowsPerSecond").asLong(),
                            at.hasNonNull("secondsLeft")
                                    ? "、あと約 " + at.path("secondsLeft").asLong() + " 秒"
                                    : ""));
            progress.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            state = registry.get(
                    registry.own(kind.path() + "/" + sync.path("id").asText()));
        }
        progress.print("\r" + " ".repeat(60) + "\r");
        progress.flush();
        return state;
    }

    private Exit report(JsonNode sync) {
        if (!sync.path("state").asText().equals("DONE")) {
            out.println("  " + sync.path("failure").path("ja").asText("取り消されました。"));
            return Exit.REFUSED;
        }
        JsonNode counts = sync.path("progress");
        out.println((sync.path("dryRun").asBoolean() ? "  試行の結果（何も変更していません）" : "  同期しました") + "  受付番号 "
                + sync.path("id").asText());
        out.println("  読み込み %,d 件: 新規 %,d・変更 %,d・変更なし %,d・重複 %,d・取り込めない行 %,d・終了 %,d"
                .formatted(
                        counts.path("rowsRead").asLong(),
                        counts.path("created").asLong(),
                        counts.path("changed").asLong(),
                        counts.path("unchanged").asLong(),
                        counts.path("superseded").asLong(),
                        counts.path("rejected").asLong(),
                        counts.path("ended").asLong()));
        sync.path("columns").forEach(this::propose);
        sync.path("rejections")
                .forEach(reason -> out.println("   ・%s … %,d 件（%s行目%s）"
                        .formatted(
                                reason.path("ja").asText(),
                                reason.path("count").asLong(),
                                lines(reason.path("lines")),
                                reason.path("lines").size() > 5 ? "ほか" : "")));
        out.flush();
        return counts.path("rejected").asLong() == 0 ? Exit.OK : Exit.ROWS_REJECTED;
    }

    /** What an ignored column may be; nothing of it is applied before the municipality says so. */
    private void propose(JsonNode column) {
        JsonNode proposal = column.path("proposal");
        if (!proposal.isMissingNode()) {
            out.println("   ・列「%s」は読み込んでいません。「%s」（%s）かもしれません（確からしさ %.0f％: %s）"
                    .formatted(
                            column.path("header").asText(),
                            proposal.path("fieldJa").asText(),
                            proposal.path("field").asText(),
                            proposal.path("confidence").asDouble() * 100,
                            proposal.path("ja").asText()));
        }
    }

    private static String lines(JsonNode lines) {
        StringBuilder first = new StringBuilder();
        for (int i = 0; i < Math.min(5, lines.size()); i++) {
            first.append(i == 0 ? "" : "、").append(lines.get(i).asLong());
        }
        return first.toString();
    }

    /** Fetches the rejected rows of a sync, whole or not at all. */
    void rejected(UUID sync, Kind.Records kind, Path target) {
        try (InputStream rows = registry.download(registry.own(kind.path() + "/" + sync + "/rejections"))) {
            Whole.write(target, rows);
            out.println("取り込めなかった行を %s に保存しました。直して、そのまま send で送信できます。".formatted(target));
        } catch (IOException unwritable) {
            throw new Failed(Exit.REFUSED, "%s に書き込めません。".formatted(target));
        }
    }

    /** Fetches the whole list as it stands, whole or not at all. */
    void export(Path target, String encoding) {
        try (InputStream list =
                registry.download(registry.own("/supporter-export?encoding=" + Registry.encoded(encoding)))) {
            Whole.write(target, list);
            out.println("名簿を %s に保存しました。".formatted(target));
        } catch (IOException unwritable) {
            throw new Failed(Exit.REFUSED, "%s に書き込めません。".formatted(target));
        }
    }
}
