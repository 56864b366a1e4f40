package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.post;

import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.kakawari.embedded.openapi.EveryOperation;

/** Two of everything that 飛騨市 tells and asks its supporters, once 花子 is its member. */
final class ManyLetters {

    private static final String TOWN = "/v1/municipalities/212172";

    private ManyLetters() {}

    static EveryOperation after(EveryOperation walk) {
        for (String one : new String[] {"many-akiya", "many-forest"}) {
            made(TOWN + "/campaigns", "{\"subject\": \"便り\", \"body\": \"雪です。\"}");
            made(TOWN + "/announcements", "{\"title\": \"集い\", \"body\": \"集まりましょう。\"}");
            made(TOWN + "/surveys", """
                    {"letter": {"subject": "アンケート", "body": "お聞かせください。"},
                     "questions": [{"code": "visit", "text": "また来ますか", "multiple": false, "choices": ["はい", "いいえ"]}]}""");
            made(TOWN + "/contact-lists", """
                    {"channel": "POSTAL", "purpose": "発送", "expiresAt": "%s"}""".formatted(OffsetDateTime.now().plusDays(1)));
            as("hida")
                    .body("{\"title\": \"題\", \"opensOn\": \"2026-04-01\"}")
                    .put(TOWN + "/opinion-topics/" + one)
                    .then()
                    .statusCode(200);
            byHanako("/v1/schemes/many-one/opinions", "{\"topic\": \"%s\", \"text\": \"図書室\"}".formatted(one))
                    .then()
                    .statusCode(201);
            byHanako("/v1/me/feed-subscriptions", "{}").then().statusCode(201);
        }
        return walk;
    }

    private static void made(String path, String body) {
        post("hida", path, body).then().statusCode(201);
    }

    private static Response byHanako(String path, String body) {
        return asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }
}
