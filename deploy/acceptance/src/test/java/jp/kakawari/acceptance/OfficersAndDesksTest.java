package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Towns appoint those who answer for their relations and open the desks where people ask. */
@ExtendWith(RunningPlatform.class)
class OfficersAndDesksTest {

    private static final String SUMITA = "034410";
    private static final String MURAKAMI = "152129";
    private static final String OHNAN = "324493";
    private static final String HIROSHIMA = "341002";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @BeforeAll
    static void towns_join() throws Exception {
        new SampleWorld(at(), actors()).joinGovernments(SUMITA, MURAKAMI, OHNAN);
    }

    @Test
    void row018_an_ambassador_is_one_until_the_end_date() {
        appoint(SUMITA, Map.of("role", "AMBASSADOR", "name", "大使 花子", "published", true, "termFrom", "2024-04-01"))
                .expect(201);
        Answer expiring = appoint(
                        SUMITA,
                        Map.of(
                                "role", "AMBASSADOR",
                                "name", "大使 太郎",
                                "termFrom", "2024-04-01",
                                "termUntil", TODAY.minusDays(1).toString()))
                .expect(201);
        assertThat(expiring.json().path("state").asText()).isEqualTo("EXPIRED");
        JsonNode active = officers("role=AMBASSADOR&state=ACTIVE&municipality=" + SUMITA);
        assertThat(active.findValuesAsText("name")).containsExactly("大使 花子");
        assertThat(officers("role=AMBASSADOR&municipality=" + SUMITA)).hasSize(2);
    }

    @Test
    void row058_a_guide_is_named_in_public_with_consent_only() {
        appoint(OHNAN, Map.of("role", "GUIDE", "name", "案内 花子", "termFrom", "2026-04-01"))
                .expect(201);
        appoint(OHNAN, Map.of("role", "GUIDE", "name", "案内の会", "published", true, "termFrom", "2026-04-01"))
                .expect(201);
        JsonNode guides = officers("role=GUIDE&state=ACTIVE&municipality=" + OHNAN);
        assertThat(guides).hasSize(2);
        assertThat(guides.findValuesAsText("name")).containsExactly("案内の会");
        URI own = registry("/v1/municipalities/" + OHNAN + "/officers?role=GUIDE");
        for (Client insider : List.of(actors().government(OHNAN), actors().secretariat())) {
            assertThat(insider.get(own).expect(200).json().path("items").findValuesAsText("name"))
                    .containsExactly("案内 花子", "案内の会");
        }
        actors().government(SUMITA).get(own).expect(403);
    }

    @Test
    void row060_a_town_has_one_cko_at_a_time_and_keeps_the_history() {
        Answer first = appoint(MURAKAMI, Map.of("role", "CKO", "title", "副市長", "termFrom", "2024-04-01"))
                .expect(201);
        Map<String, Object> next = Map.of("role", "CKO", "title", "新しい副市長", "termFrom", "2026-04-01");
        Answer held = appoint(MURAKAMI, next).expect(409);
        assertThat(held.json().path("code").asText()).isEqualTo("office-held");
        URI appointment = registry("/v1/municipalities/" + MURAKAMI + "/officers/"
                + first.json().path("id").asText());
        actors().government(MURAKAMI)
                .patch(appointment, Map.of("termUntil", "2026-03-31"), first.header("ETag"))
                .expect(200);
        appoint(MURAKAMI, next).expect(201);
        assertThat(officers("role=CKO&state=ACTIVE&municipality=" + MURAKAMI).findValuesAsText("title"))
                .containsExactly("新しい副市長");
        assertThat(officers("role=CKO&municipality=" + MURAKAMI)).hasSize(2);
    }

    @Test
    void row061_coordinators_are_filtered_by_their_training() {
        appoint(MURAKAMI, Map.of("role", "COORDINATOR", "title", "研修中の隊員", "termFrom", "2026-04-01"))
                .expect(201);
        appoint(
                        MURAKAMI,
                        Map.of(
                                "role", "COORDINATOR",
                                "title", "修了した隊員",
                                "termFrom", "2025-04-01",
                                "training", "地域おこし協力隊 コーディネーター研修",
                                "trainingCompletedOn", "2026-03-01"))
                .expect(201);
        assertThat(officers("role=COORDINATOR&trained=true&state=ACTIVE&municipality=" + MURAKAMI)
                        .findValuesAsText("title"))
                .containsExactly("修了した隊員");
    }

    @Test
    void row057_a_guide_desk_in_hiroshima_serves_ohnan_and_its_referrals_are_counted() {
        Client town = actors().government(OHNAN);
        String id = town.post(
                        registry("/v1/contact-points"),
                        Map.of(
                                "kind", "GUIDE_DESK",
                                "name", "邑南町関係案内所 広島",
                                "location", HIROSHIMA,
                                "hours", "水〜日 11:00〜19:00",
                                "targets", List.of("RELATION")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        URI referrals = registry("/v1/contact-points/" + id + "/referrals");
        town.post(referrals, Map.of("referredOn", "2026-11-03", "people", 1)).expect(200);
        town.post(referrals, Map.of("referredOn", "2026-11-04", "people", 2)).expect(200);
        actors().government(SUMITA)
                .post(referrals, Map.of("referredOn", "2026-11-04", "people", 2))
                .expect(403);
        JsonNode found = actors().anybody()
                .get(registry("/v1/contact-points?government=" + OHNAN + "&location=" + HIROSHIMA))
                .expect(200)
                .json()
                .path("items");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("referred").asInt()).isEqualTo(3);
    }

    /** 設置状況調査 (G5): 1,409 = 237 + 240 + 926 + 4 + 2, of them 1,166 for both; 330 without; 46 prefectures. */
    @Test
    void row059_the_survey_of_desks_adds_up_as_published() {
        List<String> all = List.of("MIGRATION", "RELATION", "DUAL_RESIDENCE");
        Iterator<String> towns = Municipalities.all().stream()
                .map(municipality -> municipality.code().value())
                .iterator();
        List<Map<String, Object>> answers = new ArrayList<>();
        answer(answers, 237, towns, all.subList(0, 1));
        answer(answers, 240, towns, all.subList(0, 2));
        answer(answers, 926, towns, all);
        answer(answers, 4, towns, all.subList(2, 3));
        answer(answers, 2, towns, List.of("MIGRATION", "DUAL_RESIDENCE"));
        answer(answers, 330, towns, List.of());
        answer(
                answers,
                46,
                Stream.of(Prefecture.values())
                        .map(prefecture -> prefecture.code().value())
                        .iterator(),
                all);
        URI survey = registry("/v1/desk-surveys/desks-2020");
        actors().secretariat()
                .put(survey, Map.of("title", "移住・関係人口に関する窓口の設置状況", "surveyedOn", "2020-04-01", "answers", answers))
                .expect(200);
        JsonNode rolled = actors().anybody().get(survey).expect(200).json();
        assertThat(rolled.path("municipalitiesWithDesk").asInt()).isEqualTo(1409);
        assertThat(rolled.path("municipalitiesWithoutDesk").asInt()).isEqualTo(330);
        assertThat(rolled.path("centers").asInt()).isEqualTo(1166);
        assertThat(rolled.path("prefecturesWithDesk").asInt()).isEqualTo(46);
        assertThat(rolled.path("combinations").findValuesAsText("municipalities"))
                .containsExactlyInAnyOrder("237", "240", "926", "4", "2");
    }

    private static void answer(
            List<Map<String, Object>> answers, int times, Iterator<String> governments, List<String> targets) {
        for (int i = 0; i < times; i++) {
            answers.add(Map.of("government", governments.next(), "targets", targets));
        }
    }

    private static Answer appoint(String town, Map<String, Object> officer) {
        return actors().government(town).post(registry("/v1/municipalities/" + town + "/officers"), officer);
    }

    private static JsonNode officers(String query) {
        return actors().anybody()
                .get(registry("/v1/officers?limit=200&" + query))
                .expect(200)
                .json()
                .path("items");
    }

    private static URI registry(String path) {
        return Addresses.of(at().registry(), "%s", path);
    }
}
