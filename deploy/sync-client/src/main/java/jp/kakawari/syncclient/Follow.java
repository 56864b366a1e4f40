package jp.kakawari.syncclient;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "follow", description = "台帳の変更を手元のCSVに反映し続けます（初回は全員）。閲覧の記録が残ります。")
final class Follow implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "保存先", description = "手元のCSV。続きの位置は <保存先>.position に記録")
    private Path target;

    @Option(names = "--every", paramLabel = "秒", description = "この間隔で続ける。接続できないときも次の回にもう一度試す（指定しなければ一度だけ）")
    private Integer every;

    Follow(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        Follower follower = new Follower(main.registry(), main.out(), main.err(), main.pause());
        if (every == null) {
            follower.follow(target);
        } else {
            follower.follow(target, Duration.ofSeconds(Math.max(1, every)));
        }
        return Exit.OK.code();
    }
}
