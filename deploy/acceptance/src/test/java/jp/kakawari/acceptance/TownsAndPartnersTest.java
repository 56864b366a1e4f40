package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.SchemeCalls.join;
import static jp.kakawari.acceptance.SupporterCalls.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Towns with their supporters and companies, hubs with their firms. */
@ExtendWith(RunningPlatform.class)
class TownsAndPartnersTest {

    private static final String IGA = "242161";
    private static final String KAZUNO = "052094";
    private static final String UKIHA = "402257";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @BeforeAll
    static void nobodyIsAlone() throws Exception {
        SampleWorld world = new SampleWorld(at(), actors());
        world.joinGovernments(KAZUNO, UKIHA);
        Crowd.in(IGA, UKIHA);
    }

    @Test
    void row001_igashu_takes_people_by_web_and_paper_and_they_apply_to_what_is_open() {
        SchemeCalls.run(IGA, "igashu", List.of(IGA), Map.of("joining", Map.of("numbers", "IGA-####")));
        String byWeb = registered(actors().partner(), "web", IGA);
        String byPaper = registered(actors().government(IGA), "紙の申請書", IGA);
        join("igashu", byWeb, Map.of()).expect(201);
        actors().government(IGA)
                .post(Addresses.of(at().registry(), "/v1/schemes/igashu/memberships"), Map.of("supporter", byPaper))
                .expect(201);
        assertThat(channel(actors().partner(), byWeb)).isEqualTo("web");
        assertThat(channel(actors().government(IGA), byPaper)).isEqualTo("紙の申請書");

        String program = Programs.open(IGA, Programs.sheet(IGA, "伊賀組紐の手伝い"));
        List<String> open = Patience.until(
                found -> found.contains(program),
                () -> actors().anybody()
                        .get(Addresses.of(at().catalog(), "/v1/programs?openNow=true&q=%s", encode("伊賀組紐")))
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"));
        assertThat(open).contains(program);
        apply(actors().partner(), byWeb, program);
        apply(actors().government(IGA), byPaper, program);
    }

    /** みんなの鹿角家: 164 members, about 70 % aged 20 to 49, at least 90 % with the intent to move. */
    @Test
    void row005_of_164_members_seven_in_ten_are_20_to_49_and_nine_in_ten_would_move() {
        SchemeCalls.run(
                KAZUNO, "kazuno-ke-164", List.of(KAZUNO), Map.of("joining", Map.of("questions", List.of(intent()))));
        for (int number = 0; number < 164; number++) {
            String born = TODAY.minusYears(number < 115 ? 22 + number % 25 : 50 + number % 25)
                    .toString();
            String person = SchemeCalls.register(Map.of("birthDate", born, "prefecture", "13"), "ks-" + number);
            join("kazuno-ke-164", person, Map.of("answers", Map.of("intent", number < 149 ? "yes" : "not-yet")))
                    .expect(201);
        }
        join(
                        "kazuno-ke-164",
                        SchemeCalls.register(Map.of("birthDate", "1990-01-01"), "ks-refused"),
                        Map.of("answers", Map.of("intent", "no")))
                .expect(422);
        JsonNode sums = actors().secretariat()
                .get(Addresses.of(at().registry(), "/v1/schemes/kazuno-ke-164/statistics"))
                .expect(200)
                .json();
        assertThat(sums.path("members").asInt()).isEqualTo(164);
        assertThat(sums.path("share20to49").asDouble()).isCloseTo(0.7, within(0.01));
        assertThat(sums.path("migrationIntent").asDouble()).isGreaterThanOrEqualTo(0.9);
    }

    /** うきは: the town and a company have an agreement, and the company's people join what the town offers them alone. */
    @Test
    void row019_employees_of_a_partner_company_join_a_program_for_the_company_only() {
        Members.Member company = Members.admitted("COMPANY", "見本商事");
        Client firm = company.client();
        URI agreement = at().registry()
                .resolve(actors().government(UKIHA)
                        .post(
                                Addresses.of(at().registry(), "/v1/agreements"),
                                Map.of(
                                        "type", "COOPERATION",
                                        "name", "うきはパートナー団体協定",
                                        "parties",
                                                List.of(
                                                        Actors.organizationOf(UKIHA)
                                                                .toString(),
                                                        company.id()),
                                        "shares", List.of(),
                                        "validFrom", TODAY.toString()))
                        .expect(201)
                        .header("Location"));
        firm.post(URI.create(agreement + "/acceptance"), Map.of()).expect(200);
        assertThat(actors().anybody()
                        .get(agreement)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("IN_FORCE");

        Map<String, Object> sheet = Programs.sheet(UKIHA, "うきはの農作業と社内販売");
        sheet.put("openTo", List.of(company.id()));
        Patience.until(
                        answer -> answer.status() == 201,
                        () -> actors().government(UKIHA).post(Addresses.of(at().catalog(), "/v1/programs"), sheet))
                .expect(201);
        String program = Programs.open(UKIHA, sheet);
        String employee = registered(firm, "社内募集", UKIHA);
        String other = registered(actors().partner(), "web", UKIHA);
        JsonNode refused = Patience.until(
                        answer -> answer.status() == 422, () -> application(actors().partner(), other, program))
                .expect(422)
                .json();
        assertThat(refused.path("code").asText()).isEqualTo("not-open-to-applicant");
        application(actors().government(UKIHA), other, program).expect(422);
        apply(firm, employee, program);
        assertThat(recommended(firm, employee)).doesNotContain(program);
        String again = Programs.open(UKIHA, sheet);
        assertThat(recommended(firm, employee)).contains(again);
        assertThat(recommended(actors().partner(), other)).doesNotContain(again, program);
    }

    private static List<String> recommended(Client client, String supporter) {
        return client.get(Addresses.of(at().matching(), "/v1/supporters/%s/recommendations?limit=50", supporter))
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("program");
    }

    @Test
    void row098_a_hub_posts_vacancies_for_many_firms() {
        Members.Member hub = Members.admitted("TALENT_HUB", "見本県プロフェッショナル人材戦略拠点");
        Client posting = hub.client();
        List<Members.Member> firms = List.of(Members.admitted("COMPANY", "見本酒造"), Members.admitted("COMPANY", "見本製作所"));
        for (Members.Member firm : firms) {
            vacancy(posting, firm.id()).expect(422);
            URI delegation = Members.delegated(firm.client(), hub.id(), "PROGRAMS");
            posting.post(URI.create(delegation + "/acceptance"), Map.of()).expect(200);
            JsonNode posted = Patience.until(answer -> answer.status() == 201, () -> vacancy(posting, firm.id()))
                    .expect(201)
                    .json();
            posting.post(
                            Addresses.of(
                                    at().catalog(),
                                    "/v1/programs/%s/publication",
                                    posted.path("id").asText()),
                            Map.of())
                    .expect(200);
            assertThat(posted.path("firm").asText()).isEqualTo(firm.id());
        }
        vacancy(posting, UUID.randomUUID().toString()).expect(422);
    }

    @Test
    void row120_a_carrier_attaches_an_offer_that_leads_to_its_own_page() {
        Client carrier = Members.admitted("TRANSPORT", "見本鉄道").client();
        URI program = Programs.publish(IGA, Programs.sheet(IGA, "鉄道で行く伊賀"));
        URI offers = URI.create(program + "/offers");
        carrier.post(offers, Map.of("title", "鉄道+宿泊", "description", "参加者割引", "url", "https://example.jp/iga"))
                .expect(201);
        JsonNode shown = actors().anybody().get(offers).expect(200).json().path("items");
        assertThat(shown.findValuesAsText("url")).containsExactly("https://example.jp/iga");
        JsonNode named = Patience.until(
                offer -> offer.path("partnerName").asText().equals("見本鉄道"),
                () -> actors().anybody().get(offers).expect(200).json().at("/items/0"));
        assertThat(named.path("partnerName").asText()).isEqualTo("見本鉄道");
        actors().government(KAZUNO)
                .delete(URI.create(offers + "/" + named.path("id").asText()), "*")
                .expect(403);
    }

    private static Answer vacancy(Client hub, String firm) {
        Map<String, Object> sheet = Programs.sheet(IGA, "副業人材の募集");
        sheet.put("activities", List.of("副業"));
        sheet.put("firm", firm);
        return hub.post(Addresses.of(at().catalog(), "/v1/programs"), sheet);
    }

    private static Map<String, Object> intent() {
        return Map.of(
                "code", "intent",
                "ja", "鹿角への移住を考えていますか",
                "choices", List.of("yes", "not-yet", "no"),
                "admits", List.of("yes", "not-yet"),
                "statistic", Map.of("attribute", "MIGRATION_INTENT", "when", List.of("yes")));
    }

    private static String channel(Client client, String supporter) {
        return client.get(Addresses.of(at().registry(), "/v1/supporters/%s", supporter))
                .expect(200)
                .json()
                .path("channel")
                .asText();
    }

    private static void apply(Client client, String supporter, String program) {
        Patience.until(
                        answer -> answer.status() != 404 && answer.status() != 422,
                        () -> application(client, supporter, program))
                .expect(201);
    }

    private static Answer application(Client client, String supporter, String program) {
        return client.post(
                Addresses.of(at().matching(), "/v1/applications"), Map.of("program", program, "supporter", supporter));
    }

    private static String encode(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
