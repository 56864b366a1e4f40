package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Patience;
import jp.kakawari.local.Service;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class SyncJourneyTest {

    private final SupporterLists lists = new SupporterLists(at(), actors());

    @Test
    void row002_imports_100_legacy_supporters_once_however_often_they_are_sent() {
        byte[] legacy = Lists.of("OLD", 100, "東京都", number -> "東京都架空市見本町" + number);
        JsonNode first = lists.send("462195", legacy).path("progress");
        assertThat(first.path("created").asInt()).isEqualTo(100);
        JsonNode again = lists.send("462195", legacy).path("progress");
        assertThat(again.path("created").asInt()).isZero();
        assertThat(again.path("changed").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(100);
    }

    @Test
    void row007_residents_are_members_too_but_no_kankei_jinko() {
        byte[] fanClub =
                Lists.of("KF", 30, "新潟県", number -> number <= 12 ? "新潟県柏崎市中央町" + number : "新潟県長岡市大手通" + number);
        lists.send("152056", fanClub);
        JsonNode members = actors().government("152056")
                .get(Addresses.of(at().registry(), "/v1/municipalities/152056/supporters?count=true&limit=100"))
                .expect(200)
                .json();
        assertThat(members.path("count").asInt()).isEqualTo(30);
        assertThat(members.path("items").findValues("resident").stream().filter(JsonNode::asBoolean))
                .hasSize(12);
        JsonNode figures = Patience.until(
                row -> row.path("ties").path("value").asInt() == 18,
                () -> Kpi.row("level=municipality&municipality=152056"));
        assertThat(figures.path("people").path("value").asInt()).isEqualTo(18);
        assertThat(figures.path("ties").path("value").asInt()).isEqualTo(18);
    }

    @Test
    void an_accepted_list_survives_a_crash_of_the_registry() throws Exception {
        byte[] list = Lists.of("KILL", 2_000, "福岡県", number -> "福岡県架空市見本町" + number);
        Answer accepted = lists.offer("462217", list).expect(202);
        ProcessHandle registry = RunningPlatform.platform().process(Service.REGISTRY);
        registry.destroyForcibly();
        registry.onExit().get(20, TimeUnit.SECONDS);
        RunningPlatform.platform().restart(Service.REGISTRY, System.out::println);
        JsonNode done = Patience.until(
                sync -> sync.path("state").asText().equals("DONE"),
                () -> actors().government("462217")
                        .get(at().registry().resolve(accepted.header("Location")))
                        .expect(200)
                        .json());
        assertThat(done.path("progress").path("created").asInt()).isEqualTo(2_000);
        JsonNode figures = Patience.until(
                row -> row.path("ties").path("value").asInt() == 2_000,
                () -> Kpi.row("level=municipality&municipality=462217"));
        assertThat(figures.path("ties").path("value").asInt()).isEqualTo(2_000);
    }
}
