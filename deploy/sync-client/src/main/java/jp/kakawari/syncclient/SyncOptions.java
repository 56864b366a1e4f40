package jp.kakawari.syncclient;

import picocli.CommandLine.Option;

/** How a list is to be taken (同期の方法), in earnest or to try; for {@code @Mixin}. */
final class SyncOptions {

    @Option(names = "--snapshot", description = "全件入替: この名簿にない会員のつながり（会員の名簿では会員資格）を終了する（名簿は1つだけ）")
    private boolean snapshot;

    @Option(
            names = "--end-at-most",
            paramLabel = "％",
            defaultValue = "20",
            description = "全件入替で終了してよい割合（既定: ${DEFAULT-VALUE}％）")
    private int endAtMost;

    @Option(names = "--list-wins", description = "台帳でも変更されていた行は名簿を優先する（既定: 取り込まずに報告）")
    private boolean listWins;

    boolean snapshot() {
        return snapshot;
    }

    /** The beginning of the query of a list that is sent. */
    String query(boolean dryRun) {
        return "dryRun=%s&endAtMost=%d%s".formatted(dryRun, endAtMost, listWins ? "&onConflict=LIST" : "");
    }
}
