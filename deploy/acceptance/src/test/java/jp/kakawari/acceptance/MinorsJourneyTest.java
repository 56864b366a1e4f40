package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.SupporterCalls.join;
import static jp.kakawari.acceptance.SupporterCalls.keep;
import static jp.kakawari.acceptance.SupporterCalls.leave;
import static jp.kakawari.acceptance.SupporterCalls.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is under 18 needs the consent of a guardian, whatever they begin. */
@ExtendWith(RunningPlatform.class)
class MinorsJourneyTest {

    private static final String NAGAOKA = "152021";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final Map<String, Object> GUARDIAN =
            Map.of("name", "保護 者", "relation", "PARENT", "contact", "0258-33-4444", "consents", true);

    @BeforeAll
    static void nobodyIsAlone() {
        Crowd.in(NAGAOKA);
    }

    @BeforeEach
    @AfterEach
    void hanakoLeaves() {
        leave();
    }

    @Test
    void row142_a_minor_needs_a_guardian() {
        Map<String, Object> minor = Map.of(
                "nickname",
                "高校生",
                "email",
                "student@example.jp",
                "birthDate",
                TODAY.minusYears(16).toString());
        Map<String, Object> tie = Map.of("ties", List.of(Map.of("municipality", NAGAOKA)));
        JsonNode refused = keep(minor, tie).expect(422).json();
        assertThat(refused.path("code").asText()).isEqualTo("guardian-consent-needed");
        assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/guardian");
        keep(minor, Map.of()).expect(200);
        run(NAGAOKA, "nagaoka-youth");
        assertThat(join("nagaoka-youth").expect(422).json().at("/why/0/rule").asText())
                .isEqualTo("GUARDIAN");
        Map<String, Object> consented = new HashMap<>(tie);
        consented.put("guardian", GUARDIAN);
        keep(minor, consented).expect(200);
        join("nagaoka-youth").expect(201);
    }

    @Test
    void row142_nobody_applies_for_a_minor_before_a_guardian_consents() {
        String minor = registered(Map.of(
                "nickname",
                "中学生",
                "phone",
                "0258-11-4444",
                "birthDate",
                TODAY.minusYears(14).toString()));
        String adult = registered(Map.of(
                "nickname",
                "大人",
                "phone",
                "0258-11-5555",
                "birthDate",
                TODAY.minusYears(18).toString()));
        String program = Programs.open(NAGAOKA, Programs.sheet(NAGAOKA, "農山漁村体験"));
        Patience.until(answer -> answer.status() == 201, () -> apply(adult, program))
                .expect(201);
        JsonNode refused = Patience.until(answer -> answer.status() == 422, () -> apply(minor, program))
                .expect(422)
                .json();
        assertThat(refused.path("code").asText()).isEqualTo("guardian-consent-needed");
        actors().partner()
                .patch(Addresses.of(at().registry(), "/v1/supporters/%s", minor), Map.of("guardian", GUARDIAN), "*")
                .expect(204);
        Patience.until(answer -> answer.status() == 201, () -> apply(minor, program))
                .expect(201);
    }

    private static String registered(Map<String, Object> profile) {
        return actors().partner()
                .post(Addresses.of(at().registry(), "/v1/supporters"), Map.of("profile", profile))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Answer apply(String supporter, String program) {
        return actors().partner()
                .post(
                        Addresses.of(at().matching(), "/v1/applications"),
                        Map.of("program", program, "supporter", supporter));
    }
}
