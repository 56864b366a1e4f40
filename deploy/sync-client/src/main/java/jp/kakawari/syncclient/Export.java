package jp.kakawari.syncclient;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "台帳の名簿全件をCSVで保存します。閲覧の記録が残ります。")
final class Export implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "保存先", description = "保存するファイル")
    private Path target;

    @Option(
            names = "--encoding",
            paramLabel = "文字コード",
            defaultValue = "utf-8",
            description = "文字コード: utf-8（BOMつき）か windows-31j（既定: ${DEFAULT-VALUE}）")
    private String encoding;

    Export(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        main.transfer().export(target, encoding);
        return Exit.OK.code();
    }
}
