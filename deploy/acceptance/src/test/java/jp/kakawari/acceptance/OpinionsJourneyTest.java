package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.Letters.crowd;
import static jp.kakawari.acceptance.Letters.delivered;
import static jp.kakawari.acceptance.Letters.link;
import static jp.kakawari.acceptance.Letters.mail;
import static jp.kakawari.acceptance.Letters.registry;
import static jp.kakawari.acceptance.Letters.run;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.SchemeCalls.card;
import static jp.kakawari.acceptance.SchemeCalls.join;
import static jp.kakawari.acceptance.SchemeCalls.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members tell their towns: opinions, and answers to what they are asked by letter. */
@ExtendWith(RunningPlatform.class)
class OpinionsJourneyTest {

    private static final String HINO = "314021";
    private static final String TSUBAME = "152137";
    private static final String RIKUZENTAKATA = "032107";

    @BeforeAll
    static void joinTheTowns() throws Exception {
        new SampleWorld(at(), actors()).joinGovernments(HINO, TSUBAME, RIKUZENTAKATA);
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
        assertThat(read.has("results")).isFalse();
        JsonNode closed =
                town.post(URI.create(place + "/closure"), Map.of()).expect(200).json();
        assertThat(closed.path("results").path(0).path("choices").findValuesAsText("count"))
                .containsExactly("30", "10");
        JsonNode told =
                Patience.until(sum -> sum.path("answered").asInt() == 40, () -> delivered(RIKUZENTAKATA, "SURVEY"));
        assertThat(told.path("sent").asInt()).isEqualTo(100);
        assertThat(told.path("responseRate").asDouble()).isEqualTo(0.40);
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

    private static JsonNode items(String town, String what) {
        return actors().government(town)
                .get(registry("/v1/municipalities/%s/%s", town, what))
                .expect(200)
                .json()
                .path("items");
    }
}
