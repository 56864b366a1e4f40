package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.Letters.agree;
import static jp.kakawari.acceptance.Letters.announce;
import static jp.kakawari.acceptance.Letters.crowd;
import static jp.kakawari.acceptance.Letters.mail;
import static jp.kakawari.acceptance.Letters.registry;
import static jp.kakawari.acceptance.Letters.run;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What towns tell their supporters by feeds, digests and on paper. */
@ExtendWith(RunningPlatform.class)
class AnnouncementsJourneyTest {

    private static final String HINO = "314021";
    private static final String KANUMA = "092053";
    private static final String NAGAI = "062090";
    private static final String SHONAI = "064289";
    private static final String NAGAOKA = "152021";

    @BeforeAll
    static void joinTheTowns() throws Exception {
        new SampleWorld(at(), actors()).joinGovernments(HINO, KANUMA, NAGAI, SHONAI, NAGAOKA);
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
    void row126_a_list_for_parcels_names_its_purpose_and_its_end_and_is_gone_then() {
        String domain = crowd(NAGAOKA, "aj126", 12);
        agree(NAGAOKA, "aj126", 11, "POSTAL");
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
}
