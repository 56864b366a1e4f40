package jp.kakawari.syncclient;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kakawari-sync}: the command line, and what all commands have in common. */
@Command(
        name = "kakawari-sync",
        version = "kakawari-sync 0.1.0",
        description = "自治体の名簿（関係人口、関わりの記録、会員）を台帳と同期します。",
        synopsisSubcommandLabel = "コマンド",
        footer = {
            "",
            "設定は kakawari-sync.properties（UTF-8）か環境変数で指定します:",
            "  registry=https://…  token=https://…/token  client=…  secret=…  municipality=212172",
            "終了コード: 0 成功、1 取り込めない行あり、2 使い方の誤り、3 受け付けられない、4 接続できない（後でもう一度）"
        })
public final class Main {

    private final Pause pause;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--settings",
            paramLabel = "ファイル",
            scope = ScopeType.INHERIT,
            defaultValue = "kakawari-sync.properties",
            description = "設定ファイル（既定: ${DEFAULT-VALUE}）")
    private Path settings;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "途中経過を表示しない")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "使い方を表示する")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "版を表示する")
    private boolean version;

    private Main(Pause pause) {
        this.pause = pause;
    }

    public static void main(String[] arguments) {
        System.exit(run(Pause.REAL, arguments));
    }

    static int run(Pause pause, String... arguments) {
        Main main = new Main(pause);
        CommandLine line = new CommandLine(main);
        Stream.of(
                        new Check(main),
                        new Send(main),
                        new Rejected(main),
                        new Follow(main),
                        new Export(main),
                        new Mapping(main))
                .forEach(line::addSubcommand);
        line.setOut(new PrintWriter(System.out, true, System.out.charset()));
        line.setErr(new PrintWriter(System.err, true, System.err.charset()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new WrongUse());
        line.setExecutionExceptionHandler(Main::tell);
        WrongUse.headings(line);
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return line.getCommandSpec().exitCodeOnUsageHelp();
        }
        return line.execute(arguments);
    }

    private static int tell(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof Failed told) {
            command.getErr().println(told.getMessage());
            return told.exit().code();
        }
        command.getErr().println("予期しない問題が起きました。管理者に次の行を知らせてください。\n  " + failure);
        return Exit.REFUSED.code();
    }

    Registry registry() {
        return registry(progress());
    }

    Transfer transfer() {
        ProgressLine progress = progress();
        return new Transfer(registry(progress), out(), progress, pause);
    }

    private Registry registry(ProgressLine progress) {
        return new Registry(Settings.of(settings, System.getenv()), pause, progress);
    }

    private ProgressLine progress() {
        boolean watched = !quiet && System.console() != null && System.console().isTerminal();
        return watched ? new ProgressLine(err()) : ProgressLine.unseen();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    Pause pause() {
        return pause;
    }

    /** Sends every list that the path stands for; the worst of them decides. */
    int each(Path path, Kind kind, SyncOptions options, boolean dryRun) {
        String query = options.query(dryRun) + kind.query(options.snapshot());
        List<Path> lists = Lists.of(path, options.snapshot());
        Transfer transfer = transfer();
        Exit worst = Exit.OK;
        for (Path list : lists) {
            try {
                worst = worst.worse(transfer.send(list, kind.records(), query));
            } catch (Failed failed) {
                err().println(list.getFileName() + ": " + failed.getMessage());
                worst = worst.worse(failed.exit());
            }
        }
        return worst.code();
    }
}
