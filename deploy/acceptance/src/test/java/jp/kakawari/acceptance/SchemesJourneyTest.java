package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.MembersJourneyTest.list;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleSchemes;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Schemes that exist, from joining to the card at the gate. */
@ExtendWith(RunningPlatform.class)
class SchemesJourneyTest {

    private static final String KIMOTSUKI = "464929";
    private static final String KAZUNO = "052094";
    private static final String HINO = "314021";
    private static final String TENEI = "073440";
    private static final String AMAKUSA = "432156";
    private static final String KANUMA = "092053";
    private static final String SAKAI = "182109";
    private static final List<String> THIRTEEN = List.of(
            "024422", "024431", "032051", "032085", "032107", "034410", "035246", "042021", "043419", "062090",
            "063622", "074829", "073440");

    /** Towns of a few would be hidden in the secretariat's figures, and others with them, which other journeys look at. */
    @BeforeAll
    static void nobodyIsAlone() {
        String crowd = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "SC-%d,見本 %d".formatted(number, number))
                .collect(Collectors.joining("\n", "会員番号,氏名\n", "\n"));
        for (String town : List.of(KIMOTSUKI, KAZUNO, HINO, TENEI, AMAKUSA, KANUMA, SAKAI, "024422", "024431")) {
            new SupporterLists(at(), actors()).send(town, list(crowd));
        }
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
            record(KIMOTSUKI, person, "SNS_PROMOTION", day);
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
    void row012_and_025_a_resident_card_is_issued_to_its_holder_only() {
        for (String town : List.of(HINO, KANUMA)) {
            String code = "card-" + town;
            run(town, code, List.of(town), Map.of("joining", Map.of("numbers", "RC-####")));
            JsonNode holder = join(code, person("27"), Map.of()).expect(201).json();
            JsonNode card = card(code, holder).expect(201).json();
            assertThat(card.path("number").asText()).isEqualTo("RC-0001");
            assertThat(card.path("jwt").asText().split("\\.")).hasSize(3);
            actors().organization("other-partner")
                    .post(URI.create(membership(code, holder.path("id").asText()) + "/credentials"), Map.of())
                    .expect(404);
        }
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
    void row020_a_passport_is_stamped_and_the_visit_is_in_the_ledger() {
        run(TENEI, "tenei-passport", List.of(TENEI), Map.of("joining", Map.of("numbers", "TP-#####")));
        JsonNode card = card(
                        "tenei-passport",
                        join("tenei-passport", person("13"), Map.of())
                                .expect(201)
                                .json())
                .expect(201)
                .json();
        String entry = actors().government(TENEI)
                .post(
                        Addresses.of(
                                at().registry(),
                                "/v1/credentials/%s/stamps",
                                card.path("id").asText()),
                        Map.of("sourceTransaction", UUID.randomUUID().toString()))
                .expect(201)
                .json()
                .path("engagement")
                .asText();
        JsonNode visit = actors().government(TENEI)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/engagements/%s", TENEI, entry))
                .expect(200)
                .json();
        assertThat(visit.path("relationClass").asText()).isEqualTo("HOBBY_CONSUMPTION");
    }

    @Test
    void row021_and_121_the_airline_verifies_a_card_and_learns_the_fewest_attributes() {
        run(AMAKUSA, "amakusa-jumin", List.of(AMAKUSA), Map.of("joining", Map.of()));
        JsonNode member =
                join("amakusa-jumin", person("40"), Map.of()).expect(201).json();
        JsonNode card = card("amakusa-jumin", member).expect(201).json();
        URI verification = at().registry().resolve(card.path("verification").asText());
        JsonNode shown = actors().anybody().get(verification).expect(200).json();
        assertThat(shown.path("valid").asBoolean()).isTrue();
        assertThat(shown.fieldNames()).toIterable().containsExactlyInAnyOrder("valid", "scheme", "schemeName", "tier");
        actors().anybody()
                .get(Addresses.of(at().registry(), "/.well-known/jwks.json"))
                .expect(200);
        actors().partner()
                .post(URI.create(membership("amakusa-jumin", member.path("id").asText()) + "/withdrawal"), Map.of())
                .expect(200);
        JsonNode over = actors().anybody().get(verification).expect(200).json();
        assertThat(over.path("valid").asBoolean(true)).isFalse();
        assertThat(over).hasSize(1);
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
        record(KANUMA, donor, "HOMETOWN_TAX_DONATION", 1);
        record(KANUMA, donor, "HOMETOWN_TAX_DONATION", 2);
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

    @Test
    void row108_an_entry_pass_is_valid_once() {
        run(
                SAKAI,
                "hyakkuchi-joshu",
                List.of(SAKAI),
                Map.of(
                        "joining", Map.of(),
                        "entitlements",
                                List.of(Map.of("code", "castle-entry", "name", "丸岡城への入城", "times", 1, "per", "EVER"))));
        JsonNode card = card(
                        "hyakkuchi-joshu",
                        join("hyakkuchi-joshu", person("13"), Map.of())
                                .expect(201)
                                .json())
                .expect(201)
                .json();
        URI uses = Addresses.of(
                at().registry(), "/v1/credentials/%s/uses", card.path("id").asText());
        Client gate = actors().government(SAKAI);
        assertThat(gate.post(uses, Map.of("entitlement", "castle-entry"))
                        .expect(200)
                        .json()
                        .path("left")
                        .asInt())
                .isZero();
        assertThat(gate.post(uses, Map.of("entitlement", "castle-entry"))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("entitlement-used-up");
    }

    private static void run(String town, String code, List<String> runners, Map<String, Object> policy) {
        run(town, code, runners, policy, null);
    }

    private static void run(String town, String code, List<String> runners, Map<String, Object> policy, String etag) {
        Map<String, Object> whole = new HashMap<>(Map.of("tiers", List.of(Map.of("code", "regular", "name", "一般"))));
        whole.putAll(policy);
        Map<String, Object> scheme = Map.of("state", "OPEN", "name", code, "municipalities", runners, "policy", whole);
        URI place = Addresses.of(at().registry(), "/v1/schemes/%s", code);
        Client client = actors().government(town);
        (etag == null ? client.put(place, scheme) : client.put(place, scheme, etag)).expect(200);
    }

    private static Answer join(String code, String person, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("supporter", person);
        return actors().partner().post(Addresses.of(at().registry(), "/v1/schemes/%s/memberships", code), request);
    }

    private static JsonNode decide(String town, String code, JsonNode applied, boolean approve) {
        return actors().government(town)
                .post(
                        URI.create(membership(code, applied.path("id").asText()) + "/decision"),
                        Map.of("approve", approve))
                .expect(200)
                .json();
    }

    private static Answer card(String code, JsonNode member) {
        return actors().partner()
                .post(URI.create(membership(code, member.path("id").asText()) + "/credentials"), Map.of());
    }

    private static URI membership(String code, String id) {
        return Addresses.of(at().registry(), "/v1/schemes/%s/memberships/%s", code, id);
    }

    private static JsonNode members(String town, String code) {
        return actors().government(town)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/memberships?scheme=%s", town, code))
                .expect(200)
                .json()
                .path("items");
    }

    private static String tier(URI place) {
        return actors().partner().get(place).expect(200).json().path("tier").asText();
    }

    private static void record(String town, String person, String activity, int daysAgo) {
        actors().government(town)
                .post(
                        Addresses.of(at().registry(), "/v1/municipalities/%s/engagements", town),
                        Map.of(
                                "supporter",
                                person,
                                "activity",
                                activity,
                                "occurredOn",
                                LocalDate.now(ZoneId.of("Asia/Tokyo"))
                                        .minusDays(daysAgo)
                                        .toString(),
                                "sourceTransaction",
                                UUID.randomUUID().toString()))
                .expect(201);
    }

    private static String person(String prefecture) {
        return register(Map.of("prefecture", prefecture));
    }

    private static String register(Map<String, Object> residence) {
        Map<String, Object> profile = new HashMap<>(residence);
        String name = "sj-" + UUID.randomUUID();
        profile.put("nickname", name);
        profile.put("email", name + "@example.jp");
        return actors().partner()
                .post(Addresses.of(at().registry(), "/v1/supporters"), Map.of("profile", profile))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
