package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Applicants;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningPlatform.class)
class KpiJourneyTest {

    private static final String TOKAMACHI = "152102";
    private static final String OHNAN = "324493";

    @Test
    void row094_the_share_of_those_who_take_part_again() throws Exception {
        Applicants applicants = new Applicants(at(), actors(), "row094");
        List<String> people = applicants.register(24);
        takePart(applicants, people, "集落の手伝い 春");
        takePart(applicants, people.subList(0, 12), "集落の手伝い 秋");
        JsonNode share = Patience.until(
                indicator -> indicator.path("numerator").path("value").asInt() == 12,
                () -> actors().secretariat()
                        .get(Addresses.of(
                                at().kpi(),
                                "/v1/indicators/repeat-participation?level=municipality&municipality=" + TOKAMACHI))
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0));
        assertThat(share.path("denominator").path("value").asInt()).isEqualTo(24);
        assertThat(share.path("share").asDouble()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"G3, reproduces", "G4, reproduces", "G7, within-rounding"})
    void row146_the_survey_s_figures_are_recomputed(String id, String status) {
        JsonNode figure = actors().anybody()
                .get(Addresses.of(at().kpi(), "/v1/published-figures/%s", id))
                .expect(200)
                .json();
        assertThat(figure.path("status").asText()).isEqualTo(status);
        assertThat(figure.path("recomputed")).isNotEmpty();
    }

    @Test
    void row147_consumption_alone_is_hobby_and_volunteering_makes_it_direct_contribution() {
        byte[] members = Lists.of("CLS", 12, "広島県", number -> "広島県架空市見本町" + number);
        new SupporterLists(at(), actors()).send(OHNAN, members);
        everybody("DINING_AND_SHOPPING");
        assertThat(classes("hobbyConsumption")).isEqualTo(12);
        assertThat(classes("directContribution")).isZero();
        everybody("VOLUNTEERING");
        assertThat(classes("directContribution")).isEqualTo(12);
        assertThat(classes("hobbyConsumption")).isZero();
    }

    private static void everybody(String activity) {
        Client town = actors().government(OHNAN);
        for (int number = 1; number <= 12; number++) {
            town.post(
                            Addresses.of(at().registry(), "/v1/municipalities/%s/engagements", OHNAN),
                            Map.of(
                                    "memberNumber",
                                    "CLS-%04d".formatted(number),
                                    "activity",
                                    activity,
                                    "occurredOn",
                                    LocalDate.now(ZoneId.of("Asia/Tokyo")).toString(),
                                    "sourceTransaction",
                                    activity + "-" + number))
                    .expect(201);
        }
        Patience.until(
                count -> count == 12,
                () -> classes(activity.equals("VOLUNTEERING") ? "directContribution" : "hobbyConsumption"));
    }

    private static int classes(String name) {
        return Kpi.row("level=municipality&municipality=" + OHNAN)
                .path("classes")
                .path(name)
                .path("value")
                .asInt(-1);
    }

    private static void takePart(Applicants applicants, List<String> people, String title) throws Exception {
        String program = Programs.open(TOKAMACHI, Programs.sheet(TOKAMACHI, title));
        applicants
                .apply(people, program)
                .forEach(answer -> actors().government(TOKAMACHI)
                        .post(
                                Addresses.of(at().matching(), "/v1/participations"),
                                Map.of(
                                        "application",
                                        answer.expect(201).json().path("id").asText()))
                        .expect(201));
    }
}
