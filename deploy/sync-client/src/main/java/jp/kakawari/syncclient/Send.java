package jp.kakawari.syncclient;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "send", description = "名簿を送信し、台帳に反映します。")
final class Send implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "ファイル", description = "名簿（CSV・NDJSON・xlsx）、またはそのフォルダー")
    private Path path;

    @Mixin
    private Kind kind;

    @Mixin
    private SyncOptions options;

    Send(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        return main.each(path, kind, options, false);
    }
}
