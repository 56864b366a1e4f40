package jp.kakawari.syncclient;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "send", description = "名簿を送信し、台帳に反映します。")
final class Send implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "ファイル", description = "名簿（CSV・NDJSON・xlsx）、またはそのフォルダー")
    private Path path;

    @Mixin
    private Kind kind;

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

    Send(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        String conflict = listWins ? "&onConflict=LIST" : "";
        return main.each(path, kind, snapshot, "dryRun=false&endAtMost=" + endAtMost + conflict);
    }
}
