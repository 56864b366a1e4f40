package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** What became of a list, in the words of the registry and by this program's own options. */
record Report(JsonNode sync) {

    private static final int SHOWN = 5;
    private static final String TOO_MANY_WOULD_END = "tooManyWouldEnd";

    static Report of(JsonNode sync) {
        return new Report(sync);
    }

    Exit print(PrintWriter out) {
        if (!sync.path("state").asText().equals("DONE")) {
            String why = sync.path("failure").path("ja").asText("取り消されました。");
            out.println("  " + why + Hints.below(why));
            return helpsLater() ? Exit.UNREACHABLE : Exit.REFUSED;
        }
        JsonNode counts = sync.path("progress");
        out.println(sync.path("dryRun").asBoolean() ? "  試行の結果（何も変更していません）" : "  同期しました");
        out.println("  読み込み %,d 件: 新規 %,d・変更 %,d・変更なし %,d・重複 %,d・取り込めない行 %,d・終了 %,d"
                .formatted(
                        counts.path("rowsRead").asLong(),
                        counts.path("created").asLong(),
                        counts.path("changed").asLong(),
                        counts.path("unchanged").asLong(),
                        counts.path("superseded").asLong(),
                        counts.path("rejected").asLong(),
                        counts.path("ended").asLong()));
        columns(out);
        sync.path("rejections").forEach(reason -> rows(out, "", reason));
        sync.path("notices").forEach(notice -> rows(out, "確認のお願い: ", notice));
        return counts.path("rejected").asLong() == 0 ? Exit.OK : Exit.ROWS_REJECTED;
    }

    /** Whether the same list goes through when it is sent again: not what was stopped for what stands in it, nor by somebody. */
    private boolean helpsLater() {
        return sync.path("state").asText().equals("FAILED")
                && !sync.path("failure").path("code").asText().equals(TOO_MANY_WOULD_END);
    }

    /** What ignored columns may be; nothing of it is applied before the municipality says so. */
    private void columns(PrintWriter out) {
        boolean proposed = false;
        for (JsonNode column : sync.path("columns")) {
            if (column.hasNonNull("proposal")) {
                out.println(
                        "   ・列「%s」は読み込んでいません。".formatted(column.path("header").asText())
                                + Refusal.proposed(column.path("proposal")));
                proposed = true;
            }
        }
        if (proposed) {
            out.println("  → " + Hints.MAPPING);
        }
    }

    /** Where it is by the first lines; of whom no line speaks, by their numbers. */
    private static void rows(PrintWriter out, String before, JsonNode reason) {
        String text = reason.path("ja").asText();
        String where = reason.path("lines").isEmpty()
                ? first(reason.path("memberNumbers"), "番号 %s")
                : first(reason.path("lines"), "%s行目");
        out.println("   ・%s%s … %,d 件%s%s"
                .formatted(before, text, reason.path("count").asLong(), where, Hints.below(text)));
    }

    private static String first(JsonNode all, String as) {
        String first = all.valueStream().limit(SHOWN).map(JsonNode::asText).collect(Collectors.joining("、"));
        return first.isEmpty() ? "" : "（" + as.formatted(first) + (all.size() > SHOWN ? "ほか" : "") + "）";
    }
}
