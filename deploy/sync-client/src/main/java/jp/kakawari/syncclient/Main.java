package jp.kakawari.syncclient;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kakawari-sync}: the command line. */
@Command(
        name = "kakawari-sync",
        mixinStandardHelpOptions = true,
        version = "kakawari-sync 0.1.0",
        description = "自治体の名簿（関係人口、関わりの記録、会員）を台帳と同期します。",
        footer = {
            "",
            "設定は kakawari-sync.properties（UTF-8）か環境変数で指定します:",
            "  registry=https://…  token=https://…/token  client=…  secret=…  municipality=212172",
            "終了コード: 0 成功、1 取り込めない行あり、2 使い方の誤り、3 受け付けられない、4 接続できない（後でもう一度）"
        })
public final class Main {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--settings",
            scope = ScopeType.INHERIT,
            defaultValue = "kakawari-sync.properties",
            description = "設定ファイル（既定: ${DEFAULT-VALUE}）")
    private Path settings;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "途中経過を表示しない")
    private boolean quiet;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        Stream.of(new Check(main), new Send(main), new Rejected(main), new Follow(main), new Export(main))
                .forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Failed told) {
                command.getErr().println(told.getMessage());
                return told.exit().code();
            }
            throw failure;
        });
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return line.getCommandSpec().exitCodeOnUsageHelp();
        }
        return line.execute(arguments);
    }

    private Registry registry() {
        return new Registry(Settings.of(settings, System.getenv()));
    }

    private Transfer transfer() {
        CommandLine line = spec.commandLine();
        boolean watched = !quiet && System.console() != null && System.console().isTerminal();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Transfer(registry(), line.getOut(), watched ? line.getErr() : nowhere);
    }

    /** Every list of a folder in the order of its names; the worst of them decides. */
    private int each(Path path, Kind.Records kind, String query) throws IOException {
        if (!Files.exists(path)) {
            throw new Failed(Exit.REFUSED, "%s が見つかりません。".formatted(path));
        }
        List<Path> lists = List.of(path);
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                lists = files.filter(file -> Files.isRegularFile(file) && Transfer.typeOf(file) != null)
                        .sorted()
                        .toList();
            }
        }
        Transfer transfer = transfer();
        Exit worst = Exit.OK;
        for (Path list : lists) {
            try {
                worst = worst.worse(transfer.send(list, kind, query));
            } catch (Failed failed) {
                spec.commandLine().getErr().println(list.getFileName() + ": " + failed.getMessage());
                worst = worst.worse(failed.exit());
            }
        }
        return worst.code();
    }

    @Command(name = "check", description = "試しに送信し、結果だけを表示します（何も変更しません）。", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final Main main;

        @Parameters(paramLabel = "ファイル", description = "名簿（CSV・NDJSON・xlsx）、またはそのフォルダー")
        private Path path;

        @Mixin
        private Kind kind;

        @Option(names = "--snapshot", description = "全件入替として")
        private boolean snapshot;

        Check(Main main) {
            this.main = main;
        }

        @Override
        public Integer call() throws IOException {
            return main.each(path, kind.records(), "dryRun=true" + kind.query(snapshot));
        }
    }

    @Command(name = "send", description = "名簿を送信し、台帳に反映します。", mixinStandardHelpOptions = true)
    static final class Send implements Callable<Integer> {

        private final Main main;

        @Parameters(paramLabel = "ファイル", description = "名簿（CSV・NDJSON・xlsx）、またはそのフォルダー")
        private Path path;

        @Mixin
        private Kind kind;

        @Option(names = "--snapshot", description = "全件入替: この名簿にない会員のつながり（会員の名簿では会員資格）を終了する")
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
        public Integer call() throws IOException {
            return main.each(
                    path,
                    kind.records(),
                    "dryRun=false&endAtMost=" + endAtMost + kind.query(snapshot)
                            + (listWins ? "&onConflict=LIST" : ""));
        }
    }

    @Command(name = "rejected", description = "取り込めなかった行を、理由つきで保存します。", mixinStandardHelpOptions = true)
    static final class Rejected implements Callable<Integer> {

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

    @Command(name = "follow", description = "台帳の変更を手元のCSVに反映し続けます（初回は全員）。閲覧の記録が残ります。", mixinStandardHelpOptions = true)
    static final class Follow implements Callable<Integer> {

        private final Main main;

        @Parameters(paramLabel = "保存先", description = "手元のCSV。続きの位置は <保存先>.position に記録")
        private Path target;

        @Option(names = "--every", paramLabel = "秒", description = "この間隔で続ける（指定しなければ一度だけ）")
        private Integer every;

        Follow(Main main) {
            this.main = main;
        }

        @Override
        public Integer call() {
            Duration pause = every == null ? null : Duration.ofSeconds(Math.max(1, every));
            new Follower(main.registry(), main.spec.commandLine().getOut()).follow(target, pause);
            return Exit.OK.code();
        }
    }

    @Command(name = "export", description = "台帳の名簿全件をCSVで保存します。閲覧の記録が残ります。", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        private final Main main;

        @Parameters(paramLabel = "保存先", description = "保存するファイル")
        private Path target;

        @Option(
                names = "--encoding",
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
}
