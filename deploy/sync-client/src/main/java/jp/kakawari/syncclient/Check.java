package jp.kakawari.syncclient;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "試しに送信し、結果だけを表示します（何も変更しません）。オプションは send と同じです。")
final class Check implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "ファイル", description = "名簿（CSV・NDJSON・xlsx）、またはそのフォルダー")
    private Path path;

    @Mixin
    private Kind kind;

    @Mixin
    private SyncOptions options;

    Check(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        return main.each(path, kind, options, true);
    }
}
