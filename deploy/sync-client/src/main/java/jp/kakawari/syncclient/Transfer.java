package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Brings lists to the registry and back, and shows how far it is. */
final class Transfer {

    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final double MEGABYTE = 1_000_000;

    private final Registry registry;
    private final PrintWriter out;
    private final ProgressLine progress;
    private final Pause pause;

    Transfer(Registry registry, PrintWriter out, ProgressLine progress, Pause pause) {
        this.registry = registry;
        this.out = out;
        this.progress = progress;
        this.pause = pause;
    }

    /** Sends, tells the 受付番号 as soon as there is one, waits for the report and prints it. */
    Exit send(Path list, Kind.Records kind, String query) {
        String type = Lists.typeOf(list);
        if (type == null) {
            throw new Failed(Exit.REFUSED, "%s は名簿のファイルではありません（.csv .ndjson .xlsx）。".formatted(list));
        }
        out.println("%s（%s）を送信しています …".formatted(list.getFileName(), kind.ja()));
        try {
            JsonNode accepted = registry.post(
                    registry.own(kind.path() + "?" + query),
                    type,
                    list,
                    UUID.randomUUID().toString(),
                    sending(list));
            progress.clear();
            out.println("  受け付けました  受付番号 " + accepted.path("id").asText());
            return Report.of(finished(accepted, kind)).print(out);
        } finally {
            progress.clear();
        }
    }

    private LongConsumer sending(Path list) {
        long all = list.toFile().length();
        return sent ->
                progress.show("送信中 %,.1f MB / %,.1f MB".formatted(Math.min(sent, all) / MEGABYTE, all / MEGABYTE));
    }

    private JsonNode finished(JsonNode accepted, Kind.Records kind) {
        URI sync = registry.own(kind.path() + "/" + accepted.path("id").asText());
        JsonNode state = accepted;
        while (!FINISHED.contains(state.path("state").asText())) {
            JsonNode at = state.path("progress");
            progress.show("反映中 %,d 件（毎秒 %,d 件%s）"
                    .formatted(
                            at.path("created").asLong()
                                    + at.path("changed").asLong()
                                    + at.path("unchanged").asLong(),
                            at.path("rowsPerSecond").asLong(),
                            at.hasNonNull("secondsLeft")
                                    ? "、あと約 " + at.path("secondsLeft").asLong() + " 秒"
                                    : ""));
            pause.of(BETWEEN_LOOKS);
            state = registry.get(sync, "state");
        }
        progress.clear();
        return state;
    }

    /** Fetches the rejected rows of a sync, whole or not at all. */
    void rejected(UUID sync, Kind.Records kind, Path target) {
        save(registry.own(kind.path() + "/" + sync + "/rejections"), target);
        out.println("取り込めなかった行を %s に保存しました。直して、そのまま send で送信できます。".formatted(target));
    }

    /** Fetches the whole list as it stands, whole or not at all. */
    void export(Path target, String encoding) {
        mustBeNamed(target, Lists.CSV);
        save(registry.own("/supporter-export?encoding=" + Registry.encoded(encoding)), target);
        out.println("名簿を %s に保存しました。".formatted(target));
    }

    private void save(URI from, Path target) {
        mustBeNoFolder(target);
        Answer.Download file = registry.download(from);
        try (InputStream content = file.content()) {
            mustBeNamed(target, file.type());
            Whole.write(target, content);
        } catch (IOException unwritable) {
            throw new Unwritable(target);
        }
    }

    private static void mustBeNoFolder(Path target) {
        if (Files.isDirectory(target)) {
            throw new Failed(Exit.REFUSED, "%s はフォルダーです。保存するファイルの名前を指定してください。".formatted(target));
        }
    }

    /** What is named otherwise can neither be opened nor be sent again. */
    private static void mustBeNamed(Path target, String type) {
        mustBeNoFolder(target);
        if (!type.equals(Lists.typeOf(target))) {
            throw new Failed(
                    Exit.WRONG_USE,
                    "%s には保存できません。この名簿の形式に合わせて、拡張子が %s の名前を指定してください。何も保存していません。"
                            .formatted(target, Lists.extensionOf(type)));
        }
    }
}
