package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.SchemeCalls.decide;
import static jp.kakawari.acceptance.SchemeCalls.engage;
import static jp.kakawari.acceptance.SchemeCalls.join;
import static jp.kakawari.acceptance.SchemeCalls.members;
import static jp.kakawari.acceptance.SchemeCalls.membership;
import static jp.kakawari.acceptance.SchemeCalls.person;
import static jp.kakawari.acceptance.SchemeCalls.register;
import static jp.kakawari.acceptance.SchemeCalls.run;
import static jp.kakawari.acceptance.SchemeCalls.tier;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleSchemes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Schemes that exist: who may join them, and how far one comes in them. */
@ExtendWith(RunningPlatform.class)
class SchemesJourneyTest {

    private static final String KIMOTSUKI = "464929";
    private static final String KAZUNO = "052094";
    private static final String HINO = "314021";
    private static final String KANUMA = "092053";
    private static final List<String> THIRTEEN = List.of(
            "024422", "024431", "032051", "032085", "032107", "034410", "035246", "042021", "043419", "062090",
            "063622", "074829", "073440");

    @BeforeAll
    static void nobodyIsAlone() {
        Crowd.in(KIMOTSUKI, KAZUNO, HINO, KANUMA, "024422", "024431");
    }

    @Test
    void row004_one_membership_of_thirteen_towns_each_with_a_project() {
        run("024422", "watarai-kenmin", THIRTEEN, Map.of("joining", Map.of("numbers", "WK-####")));
        for (String town : THIRTEEN) {
            Programs.publish(town, Programs.sheet(town, "県民プロジェクト 再び"));
        }
        String person = person("13");
        String id = join("watarai-kenmin", person, Map.of("municipality", "024422"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        join("watarai-kenmin", person, Map.of("municipality", "024431")).expect(409);
        List<String> projects = Patience.until(
                found -> found.size() >= THIRTEEN.size(),
                () -> actors()
                        .anybody()
                        .get(Addresses.of(
                                at().catalog(),
                                "/v1/programs?q=%s&limit=100",
                                URLEncoder.encode("県民プロジェクト", StandardCharsets.UTF_8)))
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("title")
                        .stream()
                        .filter("県民プロジェクト 再び"::equals)
                        .toList());
        assertThat(projects).hasSize(THIRTEEN.size());
        assertThat(members("024422", "watarai-kenmin").findValuesAsText("id")).containsExactly(id);
        assertThat(members("024431", "watarai-kenmin")).isEmpty();
        actors().government("024431").get(membership("watarai-kenmin", id)).expect(404);
    }

    @Test
    void row005_an_applicant_whose_answers_do_not_admit_is_refused_and_the_family_is_approved() {
        run(
                KAZUNO,
                "kazuno-ke",
                List.of(KAZUNO),
                Map.of(
                        "joining",
                        Map.of(
                                "approval",
                                true,
                                "questions",
                                List.of(Map.of(
                                        "code",
                                        "intent",
                                        "ja",
                                        "鹿角への移住を考えていますか",
                                        "choices",
                                        List.of("yes", "someday", "no"),
                                        "admits",
                                        List.of("yes", "someday"))))));
        JsonNode refused = join("kazuno-ke", person("13"), Map.of("answers", Map.of("intent", "no")))
                .expect(422)
                .json();
        assertThat(refused.path("why").findValuesAsText("rule")).contains("QUESTION:intent");
        JsonNode applied = join("kazuno-ke", person("13"), Map.of("answers", Map.of("intent", "yes")))
                .expect(201)
                .json();
        assertThat(applied.path("state").asText()).isEqualTo("PENDING");
        JsonNode rejected = decide(KAZUNO, "kazuno-ke", applied, false);
        assertThat(rejected.path("state").asText()).isEqualTo("REJECTED");
        JsonNode other = join("kazuno-ke", person("13"), Map.of("answers", Map.of("intent", "someday")))
                .expect(201)
                .json();
        assertThat(decide(KAZUNO, "kazuno-ke", other, true).path("state").asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void row008_a_resident_of_hida_cannot_join_its_fan_club_and_learns_why() {
        String code = new SampleSchemes(at(), actors()).state("hida-fanclub", "212172");
        JsonNode refused = join(code, register(Map.of("localGovernmentCode", "212172")), Map.of())
                .expect(422)
                .json();
        assertThat(refused.path("code").asText()).isEqualTo("not-eligible");
        assertThat(refused.path("policy").asInt()).isEqualTo(1);
        assertThat(refused.path("why").path(0).path("rule").asText()).isEqualTo("RESIDENCE");
        assertThat(refused.path("why").path(0).path("ja").asText()).isNotEmpty();
    }

    @Test
    void row009_a_citizen_pledges_and_gets_a_number() {
        String code = new SampleSchemes(at(), actors()).state("kimotsuki-republic", KIMOTSUKI);
        JsonNode refused = join(code, person("13"), Map.of()).expect(422).json();
        assertThat(refused.path("errors").path(0).path("pointer").asText()).isEqualTo("/pledgeVersion");
        JsonNode citizen = join(code, person("13"), Map.of("pledgeVersion", "1"))
                .expect(201)
                .json();
        assertThat(citizen.path("number").asText()).startsWith("UK-");
        assertThat(citizen.path("pledgeVersion").asText()).isEqualTo("1");
    }

    @Test
    void row010_after_five_contributions_a_citizen_is_platinum_and_a_hand_is_audited() {
        String code = new SampleSchemes(at(), actors()).state("kimotsuki-republic", KIMOTSUKI);
        String person = person("13");
        URI place = membership(
                code,
                join(code, person, Map.of("pledgeVersion", "1"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
        for (int day = 0; day < 5; day++) {
            assertThat(tier(place)).isEqualTo("citizen");
            engage(KIMOTSUKI, person, "SNS_PROMOTION", day);
        }
        assertThat(tier(place)).isEqualTo("platinum");
        actors().government(KIMOTSUKI)
                .post(URI.create(place + "/tier"), Map.of("tier", "citizen", "reason", "CORRECTION"))
                .expect(200);
        JsonNode history = actors().government(KIMOTSUKI)
                .get(URI.create(place + "/history"))
                .expect(200)
                .json()
                .path("items");
        assertThat(history.findValuesAsText("action")).containsExactly("JOINED", "TIER_BY_RULE", "TIER_BY_HAND");
        assertThat(history.path(2).path("reason").asText()).isEqualTo("CORRECTION");
        assertThat(history.path(2).path("organization").asText()).isNotEmpty();
    }

    @Test
    void row015_an_old_member_keeps_version_1_until_they_agree_anew() {
        run(HINO, "jorei-shimin", List.of(HINO), Map.of("legalBasis", "要綱", "joining", Map.of()));
        String id = join("jorei-shimin", person("27"), Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        run(HINO, "jorei-shimin", List.of(HINO), Map.of("legalBasis", "条例", "joining", Map.of()), "\"1\"");
        URI place = membership("jorei-shimin", id);
        assertThat(actors().partner()
                        .get(place)
                        .expect(200)
                        .json()
                        .path("policy")
                        .asInt())
                .isEqualTo(1);
        JsonNode agreed = actors().partner()
                .post(URI.create(place + "/consent"), Map.of())
                .expect(200)
                .json();
        assertThat(agreed.path("policy").asInt()).isEqualTo(2);
    }

    @Test
    void row030_whoever_gave_twice_is_an_ambassador() {
        run(
                KANUMA,
                "hometown-investors",
                List.of(KANUMA),
                Map.of(
                        "joining", Map.of(),
                        "tiers",
                                List.of(
                                        Map.of("code", "donor", "name", "寄附者"),
                                        Map.of(
                                                "code",
                                                "officer",
                                                "name",
                                                "広報官",
                                                "rule",
                                                Map.of(
                                                        "measure",
                                                        "COUNT",
                                                        "atLeast",
                                                        2,
                                                        "activities",
                                                        List.of("HOMETOWN_TAX_DONATION"))))));
        String donor = person("13");
        join("hometown-investors", donor, Map.of()).expect(201);
        join("hometown-investors", person("13"), Map.of()).expect(201);
        engage(KANUMA, donor, "HOMETOWN_TAX_DONATION", 1);
        engage(KANUMA, donor, "HOMETOWN_TAX_DONATION", 2);
        JsonNode officers = actors().government(KANUMA)
                .get(Addresses.of(
                        at().registry(),
                        "/v1/municipalities/%s/memberships?scheme=hometown-investors&tier=officer",
                        KANUMA))
                .expect(200)
                .json()
                .path("items");
        assertThat(officers.findValuesAsText("supporter")).containsExactly(donor);
    }
}
