package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What towns of the sample world write to those whom they know. */
public final class TestCampaigns {

    private static final Map<String, String> CODES = Map.of(
            "kosuge", "194425",
            "iga", "242161",
            "kashiwazaki", "152056",
            "minamioguni", "434230",
            "hida", "212172");

    private TestCampaigns() {}

    public static String codeOf(String town) {
        return CODES.get(town);
    }

    /** The town notes on paper that somebody agreed. */
    public static void agrees(String town, String municipality, UUID supporter, String purpose) {
        agrees(town, municipality, town, supporter, purpose);
    }

    /** Whoever registered somebody notes it. */
    public static void agrees(String town, String municipality, String registrar, UUID supporter, String purpose) {
        int terms = as(town).header("If-Match", "*")
                .body("{\"fields\": [\"NAME\", \"CONTACT\"], \"text\": \"町からのご連絡に利用します。\"}")
                .put("/v1/recipients/" + municipality + "/terms/" + purpose)
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        as(registrar)
                .header("If-Match", "*")
                .body("{\"state\": \"GIVEN\", \"terms\": %d, \"through\": \"PAPER\"}".formatted(terms))
                .put("/v1/supporters/" + supporter + "/consents/" + municipality + "/" + purpose)
                .then()
                .statusCode(200);
    }

    /** So many on a list, all reachable, half of them in Tokyo; the last one did not agree. Answers their domain. */
    public static String town(String town, int people, String more) {
        String domain = "@" + UUID.randomUUID() + ".example";
        StringBuilder list = new StringBuilder("会員番号,氏名,住所,メールアドレス,メール配信同意\n");
        IntStream.rangeClosed(1, people)
                .forEach(number -> list.append("R-%d,見本 %d,%s見本町%d,r%d%s,%s\n"
                        .formatted(
                                number,
                                number,
                                number % 2 == 0 ? "東京都千代田区" : "大阪府大阪市",
                                number,
                                number,
                                domain,
                                number == people ? "不同意" : "同意")));
        assertThat(TestLists.sync(town, codeOf(town), list + more)).containsEntry("created", people);
        return domain;
    }

    /** A newsletter to a segment of those whom the town knows; answers its id. */
    public static String draft(String town, String segment) {
        return post(town, path(town) + "/campaigns", """
                        {"subject": "便り", "body": "便りです。", "segment": %s}""".formatted(segment))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Sends it, and returns when it has gone to all. */
    public static void send(String town, String campaign) {
        post(town, at(town, campaign) + "/schedule", "{}").then().statusCode(200);
        await(() -> "SENT".equals(as(town).get(at(town, campaign)).path("state")));
    }

    public static String at(String town, String campaign) {
        return path(town) + "/campaigns/" + campaign;
    }

    public static String path(String town) {
        return "/v1/municipalities/" + codeOf(town);
    }

    public static JsonPath counts(String town, String campaign) {
        return as(town).get(at(town, campaign)).jsonPath().setRootPath("deliveries");
    }

    public static String supporters(String town) {
        return path(town) + "/supporters";
    }

    public static UUID supporterOf(String town, int number) {
        List<String> ids =
                as(town).get(supporters(town) + "?memberNumber=R-" + number).path("items.id");
        return UUID.fromString(ids.getFirst());
    }
}
