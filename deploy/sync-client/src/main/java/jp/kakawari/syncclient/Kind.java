package jp.kakawari.syncclient;

import java.util.Locale;
import picocli.CommandLine.Option;

/** Of what a list is (名簿の種類), and what belongs to that; for {@code @Mixin}. */
final class Kind {

    /** By its name on the command line, which is also the beginning of its path in the registry. */
    enum Records {
        SUPPORTER("関係人口の名簿"),
        ENGAGEMENT("関わりの記録"),
        MEMBERSHIP("会員の名簿");

        private final String ja;

        Records(String ja) {
            this.ja = ja;
        }

        String ja() {
            return ja;
        }

        String path() {
            return "/" + name().toLowerCase(Locale.ROOT) + "-syncs";
        }
    }

    @Option(
            names = "--kind",
            paramLabel = "種類",
            defaultValue = "SUPPORTER",
            description = "名簿の種類: supporter（関係人口の名簿）、engagement（関わりの記録）、membership（会員の名簿）。既定: supporter")
    private Records records;

    @Option(names = "--scheme", paramLabel = "制度コード", description = "会員の名簿で、すべての行の制度（制度の列がないとき、全件入替のとき）")
    private String scheme;

    Records records() {
        return records;
    }

    /** What of it stands in the query of a list that is sent. */
    String query(boolean snapshot) {
        if (scheme != null && records != Records.MEMBERSHIP) {
            throw new Failed(Exit.WRONG_USE, "--scheme は会員の名簿（--kind membership）でだけ使えます。");
        }
        if (snapshot && records == Records.ENGAGEMENT) {
            throw new Failed(Exit.WRONG_USE, "関わりの記録は追加だけです。全件入替（--snapshot）はできません。");
        }
        if (snapshot && records == Records.MEMBERSHIP && scheme == null) {
            throw new Failed(Exit.WRONG_USE, "会員の名簿の全件入替には、制度（--scheme）を指定してください。");
        }
        return (snapshot ? "&mode=SNAPSHOT" : "") + (scheme == null ? "" : "&scheme=" + Registry.encoded(scheme));
    }
}
