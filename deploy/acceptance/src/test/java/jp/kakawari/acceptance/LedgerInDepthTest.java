package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.LedgerCalls.TODAY;
import static jp.kakawari.acceptance.LedgerCalls.join;
import static jp.kakawari.acceptance.LedgerCalls.json;
import static jp.kakawari.acceptance.LedgerCalls.people;
import static jp.kakawari.acceptance.LedgerCalls.person;
import static jp.kakawari.acceptance.LedgerCalls.place;
import static jp.kakawari.acceptance.LedgerCalls.record;
import static jp.kakawari.acceptance.LedgerCalls.register;
import static jp.kakawari.acceptance.LedgerCalls.run;
import static jp.kakawari.acceptance.LedgerCalls.town;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Applicants;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger in depth: reports, referrals, tiers, certificates and shared links. */
@ExtendWith(RunningPlatform.class)
class LedgerInDepthTest {

    private static final String UKIHA = "402257";
    private static final String SAIJO = "382060";
    private static final String YUKI = "082074";
    private static final String UGO = "054631";
    private static final String KIMOTSUKI = "464929";
    private static final String ODATE = "052043";

    @Test
    void row008_ten_redeemed_referral_cards_give_the_benefit_once() {
        run(
                UKIHA,
                "ukiha-referrals",
                Map.of(
                        "entitlements",
                        List.of(Map.of(
                                "code", "souvenir", "name", "記念品", "times", 1, "per", "EVER", "afterReferrals", 10))));
        URI member = join("ukiha-referrals", person(UKIHA));
        for (int card = 1; card <= 12; card++) {
            actors().government(UKIHA)
                    .post(URI.create(member + "/referrals"), Map.of("card", "HC-" + card))
                    .expect(201);
        }
        actors().government(UKIHA)
                .post(URI.create(member + "/referrals"), Map.of("card", "HC-1"))
                .expect(200);
        assertThat(json(actors().partner(), URI.create(member + "/history"))
                        .path("items")
                        .findValuesAsText("action"))
                .containsOnlyOnce("BENEFIT_GIVEN");
    }

    @Test
    void row010_kpi_counts_who_rose() {
        run(
                KIMOTSUKI,
                "kimotsuki-tiers",
                Map.of(
                        "tiers",
                        List.of(
                                Map.of("code", "citizen", "name", "国民"),
                                Map.of(
                                        "code",
                                        "platinum",
                                        "name",
                                        "プラチナ国民",
                                        "rule",
                                        Map.of("measure", "COUNT", "atLeast", 2)))));
        for (String person : people(KIMOTSUKI, 12)) {
            join("kimotsuki-tiers", person);
            record(KIMOTSUKI, person, "SNS_PROMOTION");
            record(KIMOTSUKI, person, "VOLUNTEERING");
        }
        JsonNode row = Patience.until(
                found -> found.path("promotions").path("value").asInt() == 12,
                () -> json(
                                actors().secretariat(),
                                Addresses.of(at().kpi(), "/v1/feeds/tier-changes?scheme=kimotsuki-tiers"))
                        .path("items")
                        .path(0));
        assertThat(row.path("promotions").path("value").asInt()).isEqualTo(12);
        assertThat(row.path("demotions").path("value").asInt(-1)).isZero();
    }

    @Test
    void row026_a_click_on_a_shared_link_is_the_members() {
        run(ODATE, "odate-fanclub", Map.of());
        URI member = join("odate-fanclub", people(ODATE, 12).getFirst());
        String program = Programs.id(Programs.publish(ODATE, Programs.sheet(ODATE, "本場大館きりたんぽまつりの手伝い")));
        JsonNode shared = actors().partner()
                .post(URI.create(member + "/share-links"), Map.of("program", program))
                .expect(200)
                .json();
        String link = shared.path("link").asText();
        assertThat(link)
                .doesNotContain(member.getPath().substring(member.getPath().lastIndexOf('/') + 1));
        Answer followed = actors().anybody().get(at().registry().resolve(link)).expect(303);
        assertThat(followed.header("Location")).endsWith("/v1/programs/" + program);
        assertThat(json(actors().partner(), URI.create(member + "/share-links"))
                        .path("items")
                        .path(0)
                        .path("clicks")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void row027_registrants_are_grouped_by_recruitment_event() {
        IntStream.range(0, 12).forEach(i -> register(YUKI, "東京移住フェア2026"));
        IntStream.range(0, 15).forEach(i -> register(YUKI, "web"));
        JsonNode items = Patience.until(
                found -> found.findValuesAsText("value").equals(List.of("15", "12")),
                () -> json(
                                actors().secretariat(),
                                Addresses.of(at().kpi(), "/v1/feeds/recruitment?municipality=%s", YUKI))
                        .path("items"));
        assertThat(items.findValuesAsText("channel")).containsExactly("web", "東京移住フェア2026");
    }

    @Test
    void row028_and_083_who_completes_a_program_is_certified_and_found_among_its_alumni() throws Exception {
        String program = Programs.open(UGO, Programs.sheet(UGO, "うご高校生プロジェクト"));
        town(UGO, "/certifications/omusubito", Map.of("name", "おむすびと", "program", program));
        Applicants applicants = new Applicants(at(), actors(), "row028");
        List<String> people = applicants.register(12);
        for (Answer applied : applicants.apply(people, program)) {
            String application = applied.expect(201).json().path("id").asText();
            actors().government(UGO)
                    .post(
                            Addresses.of(at().matching(), "/v1/participations"),
                            Map.of("application", application, "hours", 5))
                    .expect(201);
        }
        Client town = actors().government(UGO);
        JsonNode certificates = Patience.until(
                found -> found.size() == 12,
                () -> json(town, place(UGO, "/certificates?certification=omusubito"))
                        .path("items"));
        assertThat(certificates.findValuesAsText("supporter")).containsExactlyInAnyOrderElementsOf(people);
        assertThat(json(town, place(UGO, "/supporters?certificate=omusubito"))
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(json(town, place(UGO, "/programs/" + program + "/alumni"))
                        .path("items")
                        .findValuesAsText("supporter"))
                .containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void row115_contributions_include_sales_channels_and_inviting_companies() {
        JsonNode list = json(actors().anybody(), Addresses.of(at().registry(), "/v1/code-lists/contribution-types"));
        assertThat(list.toString()).contains("販路", "誘致");
    }

    @Test
    void a_person_reports_the_town_attests_and_what_follows_is_right() {
        Client hanako = actors().person("hanako");
        URI me = Addresses.of(at().registry(), "/v1/me");
        Map<String, Object> record = Map.of(
                "profile", Map.of("nickname", "花子", "email", "hanako@example.jp", "prefecture", "13"),
                "ties", List.of(Map.of("municipality", SAIJO, "origins", List.of("FESTIVAL"), "mailConsent", false)));
        Answer known = hanako.get(me);
        (known.status() == 404 ? hanako.put(me, record) : hanako.put(me, record, known.header("ETag"))).expect(200);
        JsonNode entry = hanako.post(
                        Addresses.of(at().registry(), "/v1/me/engagements"),
                        Map.of(
                                "municipality",
                                SAIJO,
                                "activity",
                                "SNS_PROMOTION",
                                "occurredOn",
                                TODAY.toString(),
                                "contribution",
                                "SALES_CHANNEL",
                                "sourceTransaction",
                                UUID.randomUUID().toString()))
                .expect(201)
                .json();
        assertThat(entry.path("allowedActions").path(0).asText()).isEqualTo("withdraw");
        URI place = place(SAIJO, "/engagements/" + entry.path("id").asText());
        actors().government(SAIJO)
                .patch(place, Map.of("status", "ATTESTED"), "*")
                .expect(200);
        assertThat(json(
                                hanako,
                                URI.create(
                                        me + "/engagements/" + entry.path("id").asText()))
                        .path("status")
                        .asText())
                .isEqualTo("ATTESTED");
    }
}
