package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.SchemeCalls.join;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Towns with their supporters, prefectures with their towns, hubs with their firms. */
@ExtendWith(RunningPlatform.class)
class TownsAndPartnersTest {

    private static final String IGA = "242161";
    private static final String KAZUNO = "052094";
    private static final String HOKKAIDO = "010006";
    private static final List<String> CLUBS = List.of("013951", "014583", "014591", "014681", "016331");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @BeforeAll
    static void nobodyIsAlone() throws Exception {
        SampleWorld world = new SampleWorld(at(), actors());
        world.joinGovernments(KAZUNO, HOKKAIDO);
        world.joinGovernments(CLUBS.toArray(String[]::new));
        Crowd.in(IGA);
        Crowd.in(CLUBS.toArray(String[]::new));
    }

    @Test
    void row001_igashu_takes_people_by_web_and_paper_and_they_apply_to_what_is_open() {
        SchemeCalls.run(IGA, "igashu", List.of(IGA), Map.of("joining", Map.of("numbers", "IGA-####")));
        String byWeb = registered(actors().partner(), "web");
        String byPaper = registered(actors().government(IGA), "紙の申請書");
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

    @Test
    void row003_three_dated_moves_up_the_towns_own_ladder() {
        Client iga = actors().government(IGA);
        URI ladder = Addresses.of(at().registry(), "/v1/municipalities/%s/ladder", IGA);
        iga.put(ladder, Map.of("steps", List.of(step("exchange", "交流"), step("relation", "関係"), step("settled", "定住"))))
                .expect(200);
        String person = registered(iga, "web");
        List<String> steps = List.of("exchange", "relation", "settled");
        for (int number = 0; number < steps.size(); number++) {
            iga.post(
                            URI.create(ladder + "/moves"),
                            Map.of(
                                    "supporter", person,
                                    "step", steps.get(number),
                                    "movedOn",
                                            TODAY.minusDays(100L - 40 * number).toString()))
                    .expect(201);
        }
        JsonNode funnel =
                iga.get(URI.create(ladder + "/funnel")).expect(200).json().path("transitions");
        assertThat(funnel.findValuesAsText("to")).containsExactly("exchange", "relation", "settled");
        assertThat(funnel.findValuesAsText("from")).containsExactly("exchange", "relation");
        assertThat(funnel.findValuesAsText("on"))
                .containsExactly(
                        TODAY.minusDays(100).toString(),
                        TODAY.minusDays(60).toString(),
                        TODAY.minusDays(20).toString());
        actors().government(KAZUNO).get(URI.create(ladder + "/funnel")).expect(403);
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

    @Test
    void row017_a_prefecture_reads_the_sum_of_its_five_clubs_and_no_record() {
        Client hokkaido = actors().government(HOKKAIDO);
        URI counts = Addresses.of(at().registry(), "/v1/prefectures/%s/supporter-counts", HOKKAIDO);
        long before = hokkaido.get(counts).expect(200).json().path("ties").asLong();
        String more = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> "HK-%d,倶楽部 %d".formatted(number, number))
                .collect(Collectors.joining("\n", "会員番号,氏名\n", "\n"));
        SupporterLists lists = new SupporterLists(at(), actors());
        CLUBS.forEach(club -> lists.send(club, MembersJourneyTest.list(more)));
        long after = hokkaido.get(counts).expect(200).json().path("ties").asLong();
        assertThat(before).isGreaterThanOrEqualTo(12L * CLUBS.size());
        assertThat(after - before).isEqualTo(7L * CLUBS.size());
        for (String club : CLUBS) {
            hokkaido.get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporters", club))
                    .expect(403);
        }
        actors().government(CLUBS.getFirst()).get(counts).expect(403);
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

    private static Map<String, Object> step(String code, String name) {
        return Map.of("code", code, "name", name);
    }

    private static String registered(Client client, String channel) {
        String name = "tp-" + UUID.randomUUID();
        return client.post(
                        Addresses.of(at().registry(), "/v1/supporters"),
                        Map.of(
                                "profile", Map.of("nickname", name, "email", name + "@example.jp", "prefecture", "27"),
                                "ties", List.of(Map.of("municipality", IGA)),
                                "channel", channel))
                .expect(201)
                .json()
                .path("id")
                .asText();
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
                        () -> client.post(
                                Addresses.of(at().matching(), "/v1/applications"),
                                Map.of("program", program, "supporter", supporter)))
                .expect(201);
    }

    private static String encode(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
