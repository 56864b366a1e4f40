package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.MembersJourneyTest.list;
import static jp.kakawari.acceptance.MembersJourneyTest.member;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.RunningPlatform.platform;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SupporterLists;

/** What towns write, announce and take out, and the letters that arrive. */
final class Letters {

    private Letters() {}

    /** So many on a town's list, all of whom agreed; answers the domain of their addresses. */
    static String crowd(String town, String prefix, int people) {
        return crowd(town, prefix, people, people);
    }

    /** The first so many agreed. */
    static String crowd(String town, String prefix, int people, int agreed) {
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

    /** The first so many agreed on paper to one more purpose, to the terms that the town states. */
    static void agree(String town, String prefix, int people, String purpose) {
        Client desk = actors().government(town);
        int terms = desk.put(
                        registry("/v1/recipients/%s/terms/%s", town, purpose),
                        Map.of("fields", List.of("NAME", "CONTACT"), "text", "町からのご連絡に利用します。"))
                .expect(200)
                .json()
                .path("version")
                .asInt();
        for (int number = 1; number <= people; number++) {
            String person = member(town, prefix + "-" + number).path("id").asText();
            desk.put(
                            registry("/v1/supporters/%s/consents/%s/%s", person, town, purpose),
                            Map.of("state", "GIVEN", "terms", terms, "through", "PAPER"))
                    .expect(200);
        }
    }

    static void run(String town, String code) {
        SchemeCalls.run(town, code, List.of(town), Map.of("joining", Map.of()));
    }

    static String announce(String town, Map<String, String> more) {
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
    static String send(String town, String subject) {
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
    static JsonNode await(String town, String id) {
        JsonNode campaign = Patience.until(
                seen -> seen.path("state").asText().equals("SENT"),
                () -> actors().government(town)
                        .get(registry("/v1/municipalities/%s/campaigns/%s", town, id))
                        .expect(200)
                        .json());
        assertThat(campaign.path("state").asText()).as(campaign.toString()).isEqualTo("SENT");
        return campaign;
    }

    static String addresses(String town) {
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

    static URI link(Mailbox.Mail letter, String path) {
        return URI.create(letter.text()
                .lines()
                .filter(line -> line.contains(path))
                .findFirst()
                .orElseThrow());
    }

    static JsonNode delivered(String town, String kind) {
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
        return MissingNode.getInstance();
    }

    static Mailbox mail() {
        return platform().parts().mailbox();
    }

    static URI registry(String path, Object... values) {
        return Addresses.of(at().registry(), path, values);
    }
}
