package jp.kakawari.syncclient;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "rejected", description = "取り込めなかった行を、理由つきで保存します。")
final class Rejected implements Callable<Integer> {

    private final Main main;

    @Parameters(index = "0", paramLabel = "受付番号", description = "同期の受付番号（send の結果に表示）")
    private UUID sync;

    @Parameters(index = "1", paramLabel = "保存先", description = "保存するファイル")
    private Path target;

    @Mixin
    private Kind kind;

    Rejected(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        main.transfer().rejected(sync, kind.records(), target);
        return Exit.OK.code();
    }
}
