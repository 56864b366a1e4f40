package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Applicants;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class BridgeJourneyTest {

    private static final String MINAMIOGUNI = "434230";
    private static final String KOSUGE = "194425";

    @Test
    void row043_of_23_applications_at_once_15_are_accepted_8_wait_and_a_16th_is_refused() throws Exception {
        Map<String, Object> sheet = Programs.sheet(MINAMIOGUNI, "選抜の確認");
        sheet.put("capacity", 15);
        String program = Programs.open(MINAMIOGUNI, sheet);
        Applicants applicants = new Applicants(at(), actors(), "row043");
        List<String> people = applicants.register(23);
        List<JsonNode> answers = applicants.apply(people, program).stream()
                .map(answer -> answer.expect(201).json())
                .toList();
        assertThat(answers.stream().map(one -> one.path("state").asText()))
                .containsOnly("ACCEPTED", "WAITING")
                .filteredOn("ACCEPTED"::equals)
                .hasSize(15);
        JsonNode waiting = answers.stream()
                .filter(one -> one.path("state").asText().equals("WAITING"))
                .findFirst()
                .orElseThrow();
        Answer sixteenth = actors().government(MINAMIOGUNI)
                .post(
                        Addresses.of(
                                at().matching(),
                                "/v1/applications/%s/acceptance",
                                waiting.path("id").asText()),
                        Map.of());
        assertThat(sixteenth.status()).isEqualTo(409);
        assertThat(sixteenth.json().has("allowedActions")).isTrue();
    }

    @Test
    void row038_from_a_need_to_a_report_and_the_usage_meter_counts() throws Exception {
        Client town = actors().government(KOSUGE);
        Client partner = actors().partner();
        JsonNode before = usage(partner);
        String need = post(town);
        Map<String, Object> sheet = Programs.sheet(KOSUGE, "梅もぎの手伝い");
        sheet.put("need", need);
        sheet.put("themes", List.of("梅", "里山"));
        String program = Programs.open(KOSUGE, sheet);
        assertThat(recommended(partner)).contains("梅もぎの手伝い");
        takePart(town, program);
        report(town, program);
        assertThat(actors().anybody()
                        .get(Addresses.of(at().catalog(), "/v1/needs/%s", need))
                        .expect(200)
                        .json()
                        .path("answers"))
                .hasSize(1);
        JsonNode after = usage(partner);
        assertThat(after.path("applications").asLong())
                .isGreaterThanOrEqualTo(before.path("applications").asLong() + 1);
        assertThat(after.path("recommendations").asLong())
                .isGreaterThanOrEqualTo(before.path("recommendations").asLong() + 1);
    }

    /** The id of a new need of the town. */
    private static String post(Client town) {
        return town.post(
                        Addresses.of(at().catalog(), "/v1/needs"),
                        Map.of(
                                "municipality", KOSUGE,
                                "title", "梅の収穫の人手が足りない",
                                "description", "梅もぎを手伝ってくれる人を探しています。"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static List<String> recommended(Client partner) throws Exception {
        return Patience.until(
                titles -> titles.contains("梅もぎの手伝い"),
                () -> partner.post(
                                Addresses.of(at().matching(), "/v1/recommendations"),
                                Map.of("prefecture", "13", "interests", List.of("梅もぎ"), "limit", 10))
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("title"));
    }

    private static void takePart(Client town, String program) throws Exception {
        Applicants applicants = new Applicants(at(), actors(), "row038");
        JsonNode application = applicants
                .apply(List.of(applicants.register(1).getFirst()), program)
                .getFirst()
                .expect(201)
                .json();
        assertThat(application.path("state").asText()).isEqualTo("ACCEPTED");
        town.post(
                        Addresses.of(at().matching(), "/v1/participations"),
                        Map.of("application", application.path("id").asText(), "hours", 5))
                .expect(201);
    }

    private static void report(Client town, String program) {
        URI reports = Addresses.of(at().catalog(), "/v1/programs/%s/reports", program);
        String today = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();
        town.post(
                        reports,
                        Map.of(
                                "title",
                                "梅を収穫しました",
                                "description",
                                "一人で一日手伝ってもらいました。",
                                "heldOn",
                                today,
                                "participants",
                                1))
                .expect(201);
        assertThat(actors().anybody().get(reports).expect(200).json().path("items"))
                .hasSize(1);
    }

    private static JsonNode usage(Client caller) {
        return caller.get(Addresses.of(at().matching(), "/v1/usage"))
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }
}
