package jp.kakawari.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kakawari.embedded.Database;

/** How fast a municipality reads among the supporters that its list has brought. */
final class Reads {

    private static final Duration MEASURED = Duration.ofSeconds(10);

    private final URI registry;
    private final String token;
    private final String municipality;
    private final Database database;
    private final Report report;

    Reads(URI registry, String token, String municipality, Database database, Report report) {
        this.registry = registry;
        this.token = token;
        this.municipality = municipality;
        this.database = database;
        this.report = report;
    }

    void measure(int rows) throws SQLException, InterruptedException {
        String own = "/v1/municipalities/" + municipality;
        try (Load load = new Load(registry, token)) {
            List<String> ids = sample("select supporter::text from tie where municipality = '%s'");
            Load.Result one = load.run(i -> own + "/supporters/" + ids.get(i % ids.size()), 32, MEASURED);
            report.add(new Figure(
                    "read by id, 32 connections",
                    told(one),
                    "",
                    "≥ 5,000/s, p99 ≤ 25 ms",
                    Measure.atLeast(5_000, "rate", one.perSecond(), "1/s"),
                    median(one),
                    Measure.atMost(25, "p99", Measure.millis(one.p99()), "ms")));
            Load.Result list = load.run(i -> own + "/supporters?skill=%E7%BF%BB%E8%A8%B3&limit=20", 32, MEASURED);
            report.add(new Figure(
                    "list by skill (20 each) over %,d".formatted(rows),
                    told(list),
                    "",
                    "≥ 1,000/s",
                    Measure.atLeast(1_000, "rate", list.perSecond(), "1/s"),
                    median(list),
                    Measure.of("p99", Measure.millis(list.p99()), "ms")));
            List<String> places = sample(
                    "select 'afterTimestamp=' || changed_in || '&afterId=' || supporter from tie where municipality = '%s'");
            Load.Result feed =
                    load.run(i -> own + "/supporter-feed?limit=20&" + places.get(i % places.size()), 1, MEASURED);
            report.add(new Figure(
                    "feed page (20 each) at any depth",
                    told(feed),
                    "",
                    "p99 ≤ 10 ms",
                    Measure.of("rate", feed.perSecond(), "1/s"),
                    median(feed),
                    Measure.atMost(10, "p99", Measure.millis(feed.p99()), "ms")));
        }
    }

    private List<String> sample(String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(query.formatted(municipality) + " order by random() limit 20000")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Measure median(Load.Result result) {
        return Measure.of("median", Measure.millis(result.median()), "ms");
    }

    private static String told(Load.Result result) {
        return "%,.0f/s, median %.1f ms, p99 %.1f ms"
                .formatted(result.perSecond(), Measure.millis(result.median()), Measure.millis(result.p99()));
    }
}
