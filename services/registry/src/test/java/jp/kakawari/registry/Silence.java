package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.anonymously;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.util.logging.Logger;
import jp.kakawari.embedded.Parts;

/** That no canary is heard while it listens: in no row, on no topic, in no line of either log and in no metric. */
@Dependent
class Silence {

    private final LogBook log = new LogBook();
    private final Traces traces;

    Silence(Traces traces) {
        this.traces = traces;
    }

    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    void mustHaveBeenKept() throws SQLException {
        Logger.getLogger("").removeHandler(log);
        assertThat(traces.rows()).hasSizeGreaterThan(5).allSatisfy(Silence::isKeptBy);
        assertThat(traces.records()).allSatisfy(Silence::isKeptBy);
        assertThat(log.lines()).allSatisfy(Silence::isKeptBy);
        assertThat(Parts.shared().databaseLog().lines())
                .as("what PostgreSQL has logged")
                .isNotEmpty()
                .allSatisfy(Silence::isKeptBy);
        assertThat(anonymously()
                        .get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("kakawari_keys_remaining")
                .satisfies(Silence::isKeptBy);
    }

    static void isKeptBy(String text) {
        assertThat(Canary.heardIn(text)).as(text).isEmpty();
    }
}
