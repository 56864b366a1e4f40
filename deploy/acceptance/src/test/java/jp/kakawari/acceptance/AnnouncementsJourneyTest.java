package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.MembersJourneyTest.list;
import static jp.kakawari.acceptance.MembersJourneyTest.member;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.RunningPlatform.platform;
import static jp.kakawari.acceptance.SchemeCalls.card;
import static jp.kakawari.acceptance.SchemeCalls.join;
import static jp.kakawari.acceptance.SchemeCalls.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import jp.kakawari.local.Service;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What towns tell their supporters and ask of them, by mail that really goes over SMTP, by feeds and on paper. */
@ExtendWith(RunningPlatform.class)
class AnnouncementsJourneyTest {

    private static final String HINO = "314021";
    private static final String TSUBAME = "152137";
    private static final String RIKUZENTAKATA = "032107";
    private static final String KANUMA = "092053";
    private static final String NAGAI = "062090";
    private static final String SHONAI = "064289";
    private static final String NAGAOKA = "152021";
    private static final String WAJIMA = "172049";
    private static final String SUMOTO = "282057";
    private static final String TOWADA = "022063";

    @BeforeAll
    static void joinTheTowns() throws Exception {
        new SampleWorld(at(), actors())
                .joinGovernments(HINO, TSUBAME, RIKUZENTAKATA, KANUMA, NAGAI, SHONAI, NAGAOKA, WAJIMA, SUMOTO, TOWADA);
    }

    @Test
    void row012_a_card_holder_is_heard_and_who_holds_none_is_not() {
        crowd(HINO, "aj12", 12);
        String topic = topic(HINO);
        run(HINO, "hino-furusato");
        String holder = person("13");
        card(
                        "hino-furusato",
                        join("hino-furusato", holder, Map.of()).expect(201).json())
                .expect(201);
        JsonNode opinion = opinion("hino-furusato", holder, topic).expect(201).json();
        JsonNode heard = items(HINO, "opinions");
        assertThat(heard.findValuesAsText("id"))
                .containsExactly(opinion.path("id").asText());
        assertThat(heard.path(0).path("text").asText()).isEqualTo("図書室を開きたいです。");
        String code = opinion("hino-furusato", person("13"), topic)
                .expect(403)
                .json()
                .path("code")
                .asText();
        assertThat(code).isEqualTo("not-a-member");
        JsonNode answered = actors().government(HINO)
                .post(
                        registry(
                                "/v1/municipalities/%s/opinions/%s/answer",
                                HINO, opinion.path("id").asText()),
                        Map.of("text", "検討します。"))
                .expect(200)
                .json();
        assertThat(answered.path("state").asText()).isEqualTo("ANSWERED");
        actors().government(TSUBAME)
                .get(registry("/v1/municipalities/%s/opinions", HINO))
                .expect(403);
    }

    @Test
    void row022_opinions_are_found_by_scheme_and_topic() {
        crowd(TSUBAME, "aj22", 12);
        String one = topic(TSUBAME);
        String other = topic(TSUBAME);
        run(TSUBAME, "tsubame-support");
        run(TSUBAME, "tsubame-baseball");
        String fan = person("13");
        join("tsubame-support", fan, Map.of()).expect(201);
        join("tsubame-baseball", fan, Map.of()).expect(201);
        String found = opinion("tsubame-support", fan, one)
                .expect(201)
                .json()
                .path("id")
                .asText();
        opinion("tsubame-support", fan, other).expect(201);
        opinion("tsubame-baseball", fan, one).expect(201);
        assertThat(items(TSUBAME, "opinions?scheme=tsubame-support&topic=" + one)
                        .findValuesAsText("id"))
                .containsExactly(found);
        assertThat(items(TSUBAME, "opinions?topic=" + one)).hasSize(2);
        assertThat(items(TSUBAME, "opinions?scheme=tsubame-support&limit=1")).hasSize(1);
        assertThat(items(TSUBAME, "opinions?state=ANSWERED")).isEmpty();
    }

    @Test
    void row024_of_a_hundred_who_are_asked_forty_answer_once_each() {
        String domain = crowd(RIKUZENTAKATA, "aj24", 100);
        Client town = actors().government(RIKUZENTAKATA);
        String survey = town.post(
                        registry("/v1/municipalities/%s/surveys", RIKUZENTAKATA),
                        Map.of(
                                "letter",
                                Map.of("subject", "思民アンケート", "body", "お聞かせください。"),
                                "questions",
                                List.of(Map.of(
                                        "code",
                                        "visit",
                                        "text",
                                        "また訪れたいですか",
                                        "multiple",
                                        false,
                                        "choices",
                                        List.of("はい", "いいえ")))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        URI place = registry("/v1/municipalities/%s/surveys/%s", RIKUZENTAKATA, survey);
        town.post(URI.create(place + "/sending"), Map.of()).expect(200);
        Patience.until(sent -> sent.size() == 100, () -> mail().addressesEnding(domain));
        for (int number = 1; number <= 40; number++) {
            URI link = link(mail().to("r" + number + domain).getFirst(), "/v1/survey-answers/");
            Map<String, Object> answer = Map.of("choices", Map.of("visit", List.of(number <= 30 ? "はい" : "いいえ")));
            actors().anybody().post(link, answer).expect(204);
            actors().anybody().post(link, answer).expect(409);
        }
        JsonNode read = Patience.until(
                seen -> seen.path("campaign").path("state").asText().equals("SENT"),
                () -> town.get(place).expect(200).json());
        assertThat(read.path("campaign").path("deliveries").path("sent").asInt())
                .isEqualTo(100);
        assertThat(read.path("results").path(0).path("choices").findValuesAsText("count"))
                .containsExactly("30", "10");
        JsonNode told =
                Patience.until(sum -> sum.path("answered").asInt() == 40, () -> delivered(RIKUZENTAKATA, "SURVEY"));
        assertThat(told.path("sent").asInt()).isEqualTo(100);
        assertThat(told.path("responseRate").asDouble()).isEqualTo(0.40);
    }

    @Test
    void row025_a_card_and_a_feed_that_needs_no_login_until_it_is_revoked() {
        crowd(KANUMA, "aj25", 12);
        run(KANUMA, "kanuma-mania");
        Client hanako = actors().person("hanako");
        if (hanako.get(registry("/v1/me")).status() == 404) {
            hanako.put(registry("/v1/me"), Map.of("profile", Map.of("nickname", "花子", "email", "hanako@example.jp")))
                    .expect(200);
        }
        JsonNode membership = hanako.post(registry("/v1/schemes/kanuma-mania/memberships"), Map.of())
                .expect(201)
                .json();
        hanako.post(
                        registry(
                                "/v1/schemes/kanuma-mania/memberships/%s/credentials",
                                membership.path("id").asText()),
                        Map.of())
                .expect(201);
        JsonNode subscription = hanako.post(registry("/v1/me/feed-subscriptions"), Map.of())
                .expect(201)
                .json();
        String told = announce(KANUMA, Map.of("audience", "MEMBERS", "scheme", "kanuma-mania"));
        String toOthers = announce(HINO, Map.of("audience", "SUPPORTERS"));
        URI feed = URI.create(subscription.path("url").asText());
        assertThat(feed.toString()).doesNotContain(membership.path("supporter").asText());
        List<String> items =
                actors().anybody().get(feed).expect(200).json().path("items").findValuesAsText("id");
        assertThat(items).contains(told).doesNotContain(toOthers);
        assertThat(actors().anybody()
                        .get(registry("/v1/announcement-feeds/public"))
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .doesNotContain(told, toOthers);
        hanako.delete(
                        registry(
                                "/v1/me/feed-subscriptions/%s",
                                subscription.path("id").asText()),
                        "*")
                .expect(204);
        actors().anybody().get(feed).expect(404);
    }

    @Test
    void row029_who_unsubscribes_gets_no_more_in_the_same_request_and_is_on_no_list_of_addresses() {
        String domain = crowd(NAGAI, "aj29", 30);
        send(NAGAI, "長井会だより");
        Patience.until(sent -> sent.size() == 30, () -> mail().addressesEnding(domain));
        String reader = "r7" + domain;
        URI leave = link(mail().to(reader).getFirst(), "/v1/unsubscriptions/");
        assertThat(addresses(NAGAI)).contains(reader);
        click(leave).expect(200);
        assertThat(addresses(NAGAI)).doesNotContain(reader).contains("r8" + domain);
        String next = send(NAGAI, "長井会だより 続報");
        assertThat(await(NAGAI, next).path("deliveries").path("sent").asInt()).isEqualTo(29);
        assertThat(mail().to(reader)).hasSize(1);
        assertThat(mail().to("r8" + domain)).hasSize(2);
    }

    @Test
    void row069_a_digest_reaches_the_desk_and_its_link_works_without_a_login() {
        crowd(SHONAI, "aj69", 12);
        String desk = "desk-" + UUID.randomUUID() + "@city.example.jp";
        Client town = actors().government(SHONAI);
        URI subscription = registry("/v1/municipalities/%s/digest-subscription", SHONAI);
        town.put(subscription, Map.of("every", "WEEKLY", "emails", List.of(desk)))
                .expect(200);
        String title = "新しいお知らせ " + UUID.randomUUID();
        String told = announce(SHONAI, Map.of("title", title));
        String program = "庄内で雪かき " + UUID.randomUUID();
        Programs.publish(SHONAI, Programs.sheet(SHONAI, program));
        Mailbox.Mail digest = null;
        for (int asked = 0; asked < 10 && (digest == null || !digest.text().contains(program)); asked++) {
            int before = mail().to(desk).size();
            announce(SHONAI, Map.of());
            town.post(URI.create(subscription + "/sendings"), Map.of()).expect(202);
            Patience.until(count -> count > before, () -> mail().to(desk).size());
            digest = mail().to(desk).getLast();
        }
        assertThat(mail().to(desk).getFirst().text()).contains(title);
        assertThat(digest.text()).contains(program);
        URI forwarded = URI.create(mail().to(desk)
                .getFirst()
                .text()
                .lines()
                .filter(line -> line.contains("/v1/digests/"))
                .findFirst()
                .orElseThrow());
        JsonNode issue = actors().anybody().get(forwarded).expect(200).json();
        assertThat(issue.path("announcements").findValuesAsText("id")).contains(told);
        assertThat(actors().anybody().get(forwarded, "text/html").expect(200).body())
                .contains(title);
        actors().anybody().get(registry("/v1/announcements/%s", told)).expect(200);
    }

    @Test
    void row075_who_opted_out_gets_nothing_a_sender_keeps_to_its_cap_and_kpi_learns_the_count() {
        String domain = crowd(SUMOTO, "aj75", 30, 15);
        actors().government(SUMOTO)
                .put(registry("/v1/municipalities/%s/mail-policy", SUMOTO), Map.of("perMonth", 1, "perYear", 4))
                .expect(200);
        String first = send(SUMOTO, "家族通信");
        assertThat(await(SUMOTO, first).path("deliveries").path("sent").asInt()).isEqualTo(15);
        assertThat(mail().addressesEnding(domain))
                .hasSize(15)
                .contains("r15" + domain)
                .doesNotContain("r16" + domain);
        String second = send(SUMOTO, "家族通信 号外");
        assertThat(await(SUMOTO, second).path("deliveries").path("sent").asInt())
                .isZero();
        assertThat(mail().addressesEnding(domain)).hasSize(15);
        JsonNode sums =
                Patience.until(sum -> sum.path("campaigns").asInt() == 2, () -> delivered(SUMOTO, "NEWSLETTER"));
        assertThat(sums.path("sent").asInt()).isEqualTo(15);
    }

    @Test
    void row126_a_list_for_parcels_names_its_purpose_and_its_end_and_is_gone_then() {
        String domain = crowd(NAGAOKA, "aj126", 12, 11);
        Client town = actors().government(NAGAOKA);
        URI lists = registry("/v1/municipalities/%s/contact-lists", NAGAOKA);
        String end = OffsetDateTime.now().plusDays(7).toString();
        town.post(lists, Map.of("channel", "POSTAL", "expiresAt", end)).expect(422);
        town.post(lists, Map.of("channel", "POSTAL", "purpose", "お米とお便りの発送")).expect(422);
        town.post(lists, Map.of("channel", "POSTAL", "purpose", "発送", "expiresAt", "2020-01-01T00:00:00+09:00"))
                .expect(422);
        JsonNode made = town.post(lists, Map.of("channel", "POSTAL", "purpose", "お米とお便りの発送", "expiresAt", end))
                .expect(201)
                .json();
        String sheet = town.get(URI.create(lists + "/" + made.path("id").asText() + "/file"), "text/csv")
                .expect(200)
                .body();
        assertThat(sheet.lines()).hasSize(12);
        assertThat(sheet).contains("氏名,郵便番号,住所", "見本町11").doesNotContain("見本町12", domain, "090");
        JsonNode shown = town.get(lists).expect(200).json().path("items");
        assertThat(shown.findValuesAsText("purpose")).containsExactly("お米とお便りの発送");
        assertThat(shown.findValuesAsText("madeBySubject")).doesNotContain("");
        actors().government(NAGAI).get(lists).expect(403);

        String soon = OffsetDateTime.now().plusSeconds(3).toString();
        String brief = town.post(lists, Map.of("channel", "POSTAL", "purpose", "すぐの発送", "expiresAt", soon))
                .expect(201)
                .json()
                .path("id")
                .asText();
        URI file = URI.create(lists + "/" + brief + "/file");
        Answer late = Patience.until(answer -> answer.status() != 200, () -> town.get(file, "text/csv"));
        assertThat(late.status()).isEqualTo(410);
    }

    @Test
    void row129_only_who_agreed_to_hear_from_the_stricken_town_is_called_and_once() {
        String domain = crowd(WAJIMA, "aj129", 20, 18);
        String elsewhere = crowd(TOWADA, "aj129e", 12);
        Client town = actors().government(WAJIMA);
        URI call = registry("/v1/municipalities/%s/disaster-calls/2027-oame/sendings", WAJIMA);
        Map<String, Object> words = Map.of("subject", "片付けの手を貸してください", "body", "集合は8時です。");
        String id = town.post(call, words).expect(200).json().path("id").asText();
        town.post(call, words).expect(200);
        await(WAJIMA, id);
        town.post(call, words).expect(200);
        assertThat(await(WAJIMA, id).path("deliveries").path("sent").asInt()).isEqualTo(18);
        assertThat(mail().addressesEnding(domain)).hasSize(18).doesNotHaveDuplicates();
        assertThat(mail().addressesEnding(elsewhere)).isEmpty();
        actors().government(TOWADA).post(call, words).expect(403);
    }

    @Test
    void a_campaign_goes_on_after_the_service_was_killed_and_nobody_gets_it_twice() {
        String domain = crowd(TOWADA, "ajkill", 400);
        String campaign = send(TOWADA, "十和田だより");
        Patience.until(sent -> sent.size() >= 40, () -> mail().addressesEnding(domain));
        ProcessHandle killed = platform().process(Service.REGISTRY);
        assertThat(killed.destroyForcibly()).isTrue();
        killed.onExit().join();
        platform().restart(Service.REGISTRY, line -> {});
        JsonNode counts = await(TOWADA, campaign).path("deliveries");
        List<String> readers = mail().addressesEnding(domain);
        assertThat(readers).doesNotHaveDuplicates();
        assertThat(counts.path("sent").asInt() + counts.path("unknown").asInt()).isGreaterThanOrEqualTo(400);
        assertThat(counts.path("unknown").asInt()).isLessThanOrEqualTo(20);
        assertThat(readers.size()).isBetween(400 - counts.path("unknown").asInt(), 400);
    }

    /** So many on a town's list, all of whom agreed; answers the domain of their addresses. */
    private static String crowd(String town, String prefix, int people) {
        return crowd(town, prefix, people, people);
    }

    /** The first so many agreed. */
    private static String crowd(String town, String prefix, int people, int agreed) {
        String domain = "@" + UUID.randomUUID() + ".example";
        String sheet = IntStream.rangeClosed(1, people)
                .mapToObj(number -> "%s-%d,見本 %d,東京都千代田区見本町%d,r%d%s,%s"
                        .formatted(prefix, number, number, number, number, domain, number <= agreed ? "同意" : "不同意"))
                .collect(Collectors.joining("\n", "会員番号,氏名,住所,メールアドレス,メール配信同意\n", "\n"));
        JsonNode sync = new SupporterLists(at(), actors()).send(town, list(sheet));
        assertThat(sync.path("state").asText()).isEqualTo("DONE");
        assertThat(member(town, prefix + "-1").path("tie").path("mailConsent").asBoolean())
                .isTrue();
        return domain;
    }

    private static String topic(String town) {
        String topic = "t-" + UUID.randomUUID();
        actors().government(town)
                .put(
                        registry("/v1/municipalities/%s/opinion-topics/%s", town, topic),
                        Map.of("title", "空き家の活用", "opensOn", "2026-04-01"))
                .expect(200);
        return topic;
    }

    private static Answer opinion(String scheme, String person, String topic) {
        return actors().partner()
                .post(
                        registry("/v1/schemes/%s/opinions", scheme),
                        Map.of("supporter", person, "topic", topic, "text", "図書室を開きたいです。"));
    }

    private static void run(String town, String code) {
        SchemeCalls.run(town, code, List.of(town), Map.of("joining", Map.of()));
    }

    private static String announce(String town, Map<String, String> more) {
        Map<String, String> words = new HashMap<>(Map.of("title", "お知らせ", "body", "集まりましょう。"));
        words.putAll(more);
        return actors().government(town)
                .post(registry("/v1/municipalities/%s/announcements", town), words)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Drafts a campaign and sends it; answers its id. */
    private static String send(String town, String subject) {
        Client sender = actors().government(town);
        URI campaigns = registry("/v1/municipalities/%s/campaigns", town);
        String id = sender.post(campaigns, Map.of("subject", subject, "body", "お元気ですか。"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        sender.post(URI.create(campaigns + "/" + id + "/schedule"), Map.of()).expect(200);
        return id;
    }

    /** The campaign once it has gone to all. */
    private static JsonNode await(String town, String id) {
        JsonNode campaign = Patience.until(
                seen -> seen.path("state").asText().equals("SENT"),
                () -> actors().government(town)
                        .get(registry("/v1/municipalities/%s/campaigns/%s", town, id))
                        .expect(200)
                        .json());
        assertThat(campaign.path("state").asText()).as(campaign.toString()).isEqualTo("SENT");
        return campaign;
    }

    private static String addresses(String town) {
        URI lists = registry("/v1/municipalities/%s/contact-lists", town);
        Client reader = actors().government(town);
        String id = reader.post(
                        lists,
                        Map.of(
                                "channel",
                                "EMAIL",
                                "purpose",
                                "会報",
                                "expiresAt",
                                OffsetDateTime.now().plusDays(1).toString()))
                .expect(201)
                .json()
                .path("id")
                .asText();
        return reader.get(URI.create(lists + "/" + id + "/file"), "text/csv")
                .expect(200)
                .body();
    }

    private static Answer click(URI link) {
        return actors().anybody()
                .post(
                        link,
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                        UUID.randomUUID());
    }

    private static URI link(Mailbox.Mail letter, String path) {
        return URI.create(letter.text()
                .lines()
                .filter(line -> line.contains(path))
                .findFirst()
                .orElseThrow());
    }

    private static JsonNode items(String town, String what) {
        return actors().government(town)
                .get(registry("/v1/municipalities/%s/%s", town, what))
                .expect(200)
                .json()
                .path("items");
    }

    private static JsonNode delivered(String town, String kind) {
        JsonNode sums = actors().secretariat()
                .get(Addresses.of(at().kpi(), "/v1/municipalities/%s/deliveries", town))
                .expect(200)
                .json()
                .path("items");
        for (JsonNode sum : sums) {
            if (sum.path("kind").asText().equals(kind)) {
                return sum;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static Mailbox mail() {
        return platform().parts().mailbox();
    }

    private static URI registry(String path, Object... values) {
        return Addresses.of(at().registry(), path, values);
    }
}
